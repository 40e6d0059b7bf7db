/** Published ports through which services get, over the host, at what their networks keep from them. */
import { joinNames } from '../source/words.js';
import { reachTo } from '../topology/reach.js';
import type { Ingress, Member, Topology } from '../topology/topology.js';
import { ingressTo, isClient, isStore, nearest, roleNoun } from './isolation-facts.js';
import { CWE_ISOLATION, CWE_SPHERE, PORT_PUBLISHING } from './references.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { derive, weakest } from './severity.js';
import { capped, doors } from './tier-paths.js';

export const portBypassesIsolation: Rule = {
  id: 'port-bypasses-isolation',
  title: 'Published port that voids the networks',
  severity: 'high',
  confidence: 'high',
  persona: 'regular',
  tags: ['security', 'network', 'external/cwe/cwe-653', 'external/cwe/cwe-668'],
  docs: {
    summary:
      'The networks keep services away from a store, and a port that the store publishes lets them in over the host.',
    why: [
      'Every container whose network is not internal can open a port of the host at the address of its own gateway. So a published port is',
      'open to all of them, whatever networks they are on: whoever takes over the service in front gets at the store, and the split that the',
      'file draws is void for that port. A firewall in front of the host does not help: the connection never leaves it.',
    ].join(' '),
    fix: 'Delete the mapping, or bind it to `127.0.0.1`, which other containers cannot reach.',
    suppress: 'Nothing in the project runs code or takes input that you do not trust.',
    bad: `services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [front]
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
    networks: [front, back]
  db:
    image: postgres:17
    ports: ["5432:5432"]
    networks: [back]
networks:
  front:
  back:
`,
    good: `services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [front]
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
    networks: [front, back]
  db:
    image: postgres:17
    ports: ["127.0.0.1:5432:5432"]
    networks: [back]
networks:
  front:
  back:
`,
    references: [PORT_PUBLISHING, CWE_ISOLATION, CWE_SPHERE],
  },
  check,
};

function* check({ topology }: RuleContext): Iterable<Draft> {
  for (const store of topology.members.values()) {
    if (!isStore(store)) continue;
    const [first] = ingressTo(topology, store).filter(({ from }) => from === 'lan');
    if (!first) continue;
    const intruders = intrudersOf(topology, store);
    if (intruders.length > 0) yield draft(topology, store, first, intruders);
  }
}

/** Services of the project whose only way to the store is the port on the host, and that are not meant to use it. */
function intrudersOf(topology: Topology, store: Member): readonly Member[] {
  const found: Member[] = [];
  for (const { from, via } of reachTo(topology, store.service.name)) {
    const member = topology.members.get(from);
    if (!member || isStore(member) || member.role.tier === 'ops') continue;
    if (via.length === 0 || via.some(({ kind }) => kind !== 'published')) continue;
    // On the host's network the networks of the project keep nobody from anything.
    if (member.namespace === 'host' || isClient(topology, from, store.service.name)) continue;
    found.push(member);
  }
  return found;
}

function draft(topology: Topology, store: Member, first: Ingress, intruders: readonly Member[]): Draft {
  const { name } = store.service;
  const names = intruders.map(({ service }) => service.name);
  const port = first.target === undefined ? `\`${name}\`` : `port ${first.target} of \`${name}\``;
  return {
    at: first.port.at,
    label: 'open to every container of this host',
    message: `${joinNames(names)} can open ${port}, ${roleNoun(store)}, over the host, though ${names.length === 1 ? 'it shares' : 'they share'} no network with it.`,
    advice: `Delete the mapping, or bind it to \`127.0.0.1\`: then only the networks decide who reaches \`${name}\`.`,
    related: capped([
      ...store.endpoints.map(({ at, networkKey }) => ({ at, label: `\`${name}\` is on \`${networkKey}\`` })),
      ...intruders.flatMap(({ service, endpoints }) =>
        endpoints
          .slice(0, 1)
          .map(({ at, networkKey }) => ({ at, label: `\`${service.name}\` is on \`${networkKey}\`` })),
      ),
      ...doors(intruders),
    ]),
    services: [name, ...names],
    evidence: { service: name, place: 'ports' },
    ...derive({
      from: nearest(intruders),
      path: 'crossing',
      target: 'data',
      strength: weakest(store.role.confidence, first.hostIp === '' ? 'medium' : 'high', certainty(topology, store)),
    }),
  };
}

/** Networks that are there by accident keep nobody out on purpose: an implicit default is no line that somebody drew. */
function certainty(topology: Topology, store: Member): 'high' | 'low' {
  const drawn = store.endpoints.some(({ engineName }) => topology.segments.get(engineName)?.network?.declared);
  return drawn ? 'high' : 'low';
}
