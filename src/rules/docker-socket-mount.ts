/** Services that hold the socket of the container engine, and with it the host. */
import { mountsEngineSocket } from '../topology/engine-socket.js';
import type { Confidence, Member } from '../topology/topology.js';
import { familyOf, standpointOf } from './isolation-facts.js';
import { CIS_DOCKER, CWE_PRIVILEGES, DAEMON_SOCKET, OWASP_DOCKER } from './references.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { derive } from './severity.js';
import { capped, doors } from './tier-paths.js';

export const dockerSocketMount: Rule = {
  id: 'docker-socket-mount',
  title: 'Socket of the container engine inside a container',
  severity: 'medium',
  confidence: 'high',
  persona: 'regular',
  scale: {
    from: ['outside', 'peers', 'machine', 'inside'],
    path: ['bypass'],
    target: ['engine', 'tool'],
    strength: ['high', 'medium', 'low'],
  },
  tags: ['security', 'external/cwe/cwe-250'],
  docs: {
    summary: 'A service mounts the socket of the container engine.',
    why: [
      'Who can open the socket can start a container with the disk of the host mounted: taking over this service is taking over the host and',
      'every container on it. `:ro` changes nothing, since sending a request is no write to the file.',
    ].join(' '),
    fix: 'Remove the mount, or put a socket proxy between that lets through only the requests that are needed, on an internal network of the two.',
    suppress: 'A tool whose purpose is to command the engine, which nobody but its users can reach.',
    bad: `services:
  proxy:
    image: traefik:v3
    ports: ["443:443"]
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
`,
    good: `services:
  proxy:
    image: traefik:v3
    ports: ["443:443"]
    volumes:
      - certificates:/certificates
volumes:
  certificates:
`,
    references: [OWASP_DOCKER, DAEMON_SOCKET, CIS_DOCKER, CWE_PRIVILEGES],
  },
  check,
};

function* check({ topology }: RuleContext): Iterable<Draft> {
  for (const channel of topology.channels) {
    if (channel.kind !== 'docker-socket') continue;
    for (const name of channel.from) {
      const member = topology.members.get(name);
      const place = channel.evidence[0]?.at;
      // A socket proxy is the remedy; who reaches it is another rule's matter.
      if (member && place && familyOf(member)?.kind !== 'socket-proxy') yield draft(member, place);
    }
  }
}

function draft(member: Member, at: Draft['at']): Draft {
  const { name, volumes } = member.service;
  const mounts = volumes.filter(mountsEngineSocket);
  const folder =
    mounts.length > 0 && mounts.every(({ source, unknownSource }) => !source.endsWith('.sock') && !unknownSource);
  const made = familyOf(member)?.flags?.includes('sock') ?? false;
  const from = standpointOf(member);
  const reached = from === 'outside' ? ', which the outside can reach,' : '';
  return {
    at,
    label: folder ? 'a folder that holds the socket' : 'whoever holds this rules the host',
    message: `\`${name}\`${reached} holds the socket of the container engine: taking it over is taking over the host.`,
    advice: made
      ? `Put a socket proxy between the engine and \`${name}\`, on an internal network of the two, and let through only what it needs.`
      : `Remove the mount; where \`${name}\` really needs the engine, put a socket proxy between, on an internal network of the two.`,
    related: capped(from === 'outside' ? doors([member]) : []),
    services: [name],
    evidence: { service: name, place: 'volumes' },
    ...derive({
      from,
      path: 'bypass',
      target: made ? 'tool' : 'engine',
      strength: folder ? folderStrength(member) : 'high',
    }),
  };
}

/** What measures a machine is given its file system to count in, not the socket that lies in it. */
function folderStrength({ role }: Member): Confidence {
  return role.tier === 'ops' ? 'low' : 'medium';
}
