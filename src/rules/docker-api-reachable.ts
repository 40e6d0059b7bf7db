/** The API of the container engine on a network port that others than its clients can open. */
import type { Service } from '../compose/project.js';
import { child } from '../source/tree.js';
import { joinNames } from '../source/words.js';
import { reachTo } from '../topology/reach.js';
import type { Member, Topology } from '../topology/topology.js';
import { familyOf, ingressTo, isClient, nearest } from './isolation-facts.js';
import { audience } from './published-data-port.js';
import { CIS_DOCKER, CWE_DANGEROUS, DAEMON_SOCKET, OWASP_DOCKER } from './references.js';
import type { Draft, Place, Rule, RuleContext } from './rule.js';
import { commandTexts, imageName, mentions, settingOf, variableOf } from './service-facts.js';
import { derive } from './severity.js';
import { capped, doors, namesOf } from './tier-paths.js';

export const dockerApiReachable: Rule = {
  id: 'docker-api-reachable',
  title: 'API of the container engine within reach of others',
  severity: 'high',
  confidence: 'high',
  persona: 'regular',
  scale: {
    from: ['outside', 'peers', 'machine', 'inside'],
    path: ['direct', 'flat'],
    target: ['engine'],
    strength: ['high', 'medium'],
  },
  tags: ['security', 'network', 'external/cwe/cwe-749'],
  docs: {
    summary:
      'A service offers the API of a container engine on a network port, and others than its clients can open it.',
    why: [
      'The API asks for no password. Who can open the port can do what it lets through: list containers with the passwords in their environment,',
      'restart them, and, where it may create containers, mount the disk of the host. A socket proxy narrows the API, but it also moves it from',
      'a file that one service holds to a port that its whole network can open.',
    ].join(' '),
    fix: 'Put the proxy on an internal network that only its clients share, publish no port of it, and let through as little as they need.',
    suppress: 'Only requests that read harmless things are let through.',
    bad: `services:
  socket:
    image: tecnativa/docker-socket-proxy
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
  traefik:
    image: traefik:v3
    command: --providers.docker.endpoint=tcp://socket:2375
    environment:
      DOCKER_HOST: tcp://socket:2375
    ports: ["443:443"]
  app:
    image: example/app
`,
    good: `services:
  socket:
    image: tecnativa/docker-socket-proxy
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
    networks: [engine]
  traefik:
    image: traefik:v3
    command: --providers.docker.endpoint=tcp://socket:2375
    environment:
      DOCKER_HOST: tcp://socket:2375
    ports: ["443:443"]
    networks: [engine, front]
  app:
    image: example/app
    networks: [front]
networks:
  front:
  engine:
    internal: true
`,
    references: [DAEMON_SOCKET, OWASP_DOCKER, CIS_DOCKER, CWE_DANGEROUS],
  },
  check,
};

function* check({ topology }: RuleContext): Iterable<Draft> {
  const proxies = new Map(
    topology.channels.flatMap((channel) =>
      channel.kind === 'socket-proxy' ? [[channel.through, channel.evidence[0]?.at] as const] : [],
    ),
  );
  for (const member of topology.members.values()) {
    const { name } = member.service;
    const engine = openEngine(member);
    const at = engine ?? proxies.get(name) ?? (isSocketProxy(member) ? member.service.image?.at : undefined);
    if (!at) continue;
    const published = ingressTo(topology, member).filter(
      ({ from, target }) => from === 'lan' && (target === API_PORT || isSocketProxy(member)),
    );
    const [port] = published;
    const strangers = strangersOf(topology, member);
    const what = engine ? 'a container engine' : 'the container engine of this host';
    if (port) {
      yield {
        at: port.port.at,
        label: 'the API, open to other machines',
        message: `\`${name}\` publishes the API of ${what} without a password, to ${audience(port)}.`,
        advice: `Delete the mapping; clients reach \`${name}:${API_PORT}\` over a network that they share with it alone.`,
        related: [{ at, label: 'the API comes from here' }],
        services: [name],
        evidence: { service: name, place: 'ports' },
        ...derive({
          from: 'outside',
          path: 'direct',
          target: 'engine',
          strength: port.hostIp === '' ? 'medium' : 'high',
        }),
      };
    } else if (engine && member.exposures.some(({ from }) => from === 'peers')) {
      yield openToPeers(member, { at, label: 'offers the API' }, what);
    } else if (strangers.length > 0) yield unneeded(member, { at, label: 'offers the API' }, what, strangers);
  }
}

/** The port of the API without TLS. */
const API_PORT = 2375;

function isSocketProxy(member: Member): boolean {
  return familyOf(member)?.kind === 'socket-proxy';
}

/** An engine that listens on the network without TLS: Docker in Docker, or `dockerd -H tcp://`. */
function openEngine(member: Member): Place['at'] | undefined {
  const { service } = member;
  if (!isEngine(service)) return undefined;
  // Started by name, it listens where its options say, and nowhere else.
  if (runsDaemon(service) && !commandTexts(service).some((text) => text.includes('tcp://'))) return undefined;
  const tls = variableOf(service, 'DOCKER_TLS_CERTDIR');
  if (tls?.value?.value === '') return tls.at;
  const words = [...service.entrypoint, ...service.command];
  const open = words.find(({ value }) => String(value).includes('--tls=false'));
  return (
    open?.at ?? (commandTexts(service).some((text) => text.includes(`:${API_PORT}`)) ? service.image?.at : undefined)
  );
}

/** Docker in Docker: its image, whatever runs `dockerd`, and what is built to be one. */
function isEngine(service: Service): boolean {
  const image = imageName(service);
  if (!service.build && /(?:^|\/)docker$/.test(image?.path ?? '') && /(?:^|-)dind/.test(image?.tag ?? '')) return true;
  if (runsDaemon(service)) return true;
  // A client of another engine, as runners are, has the setting as well, and says where that engine is.
  if (!service.build || mentions(service, 'DOCKER_HOST')) return false;
  const privileged = child(service.tree, 'privileged');
  const isPrivileged = privileged?.kind === 'scalar' && privileged.value === true;
  return isPrivileged && variableOf(service, 'DOCKER_TLS_CERTDIR') !== undefined;
}

function runsDaemon(service: Service): boolean {
  return commandTexts(service).some((text) => /^(?:\/usr\/local\/bin\/)?dockerd(?:\s|$)/.test(text));
}

/** Services that can open the port and have no business there. */
function strangersOf(topology: Topology, api: Member): readonly Member[] {
  const { name } = api.service;
  const found: Member[] = [];
  for (const { from, via } of reachTo(topology, name)) {
    const member = topology.members.get(from);
    if (!member || via.length === 0 || via.every(({ kind }) => kind === 'namespace' || kind === 'host')) continue;
    if (!isClient(topology, from, name) && !mentionsHost(member, name)) found.push(member);
  }
  return found;
}

/** Whether a service is told of the API, in whatever form. */
function mentionsHost({ service }: Member, host: string): boolean {
  if (settingOf(service, 'DOCKER_HOST') !== undefined) return true;
  const texts = [...commandTexts(service), ...service.environment.map(({ value }) => String(value?.value ?? ''))];
  return texts.some((text) => text.includes(`${host}:${API_PORT}`) || text.includes(`//${host}`));
}

/** Of a proxy for the socket that is often the point: what it lets through is narrowed. */
function openToPeers(member: Member, place: Place, what: string): Draft {
  const { name } = member.service;
  const peers = member.exposures.filter(({ from }) => from === 'peers');
  return {
    ...place,
    message: `Unknown containers on a network that \`${name}\` shares with other projects can command ${what} through it.`,
    advice: `Put \`${name}\` on an internal network of this project that only its clients share.`,
    related: capped(
      peers.flatMap(({ evidence }) => evidence.map(({ at }) => ({ at, label: 'shared with other projects' }))),
    ),
    services: [name],
    evidence: { service: name, place: 'networks' },
    ...derive({ from: 'peers', path: 'flat', target: 'engine', strength: 'medium' }),
  };
}

function unneeded(member: Member, place: Place, what: string, strangers: readonly Member[]): Draft {
  const { name } = member.service;
  const names = namesOf(strangers);
  return {
    ...place,
    message: `${joinNames(names)} can command ${what} through \`${name}\`, and nothing shows that ${names.length === 1 ? 'it needs' : 'they need'} to.`,
    advice: `Put \`${name}\` on an internal network that only its clients share, and leave ${joinNames(names)} off it.`,
    related: capped([
      ...member.endpoints.map(({ at, networkKey }) => ({ at, label: `\`${name}\` is on \`${networkKey}\`` })),
      ...doors(strangers),
    ]),
    services: [name, ...names],
    evidence: { service: name, place: 'networks' },
    ...derive({ from: nearest(strangers), path: 'flat', target: 'engine', strength: 'medium' }),
  };
}
