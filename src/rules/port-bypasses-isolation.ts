/** Published ports through which services get, over the host, at what their networks keep from them. */
import { joinNames } from '../source/words.js';
import { sortedNames } from '../topology/names.js';
import { reachTo } from '../topology/reach.js';
import type { Ingress, Member, Topology } from '../topology/topology.js';
import { ingressTo, isClient, isFragment, isStore, nearest, roleNoun } from './isolation-facts.js';
import { CWE_ISOLATION, CWE_SPHERE, PORT_PUBLISHING } from './references.js';
import type { Draft, Place, Rule, RuleContext } from './rule.js';
import { derive, strongest, weakest } from './severity.js';
import { capped, doors, namesOf } from './tier-paths.js';

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

/** One finding for stores on the same networks: one line was drawn around them, and it is void for all. */
function* check({ topology }: RuleContext): Iterable<Draft> {
  const groups = new Map<string, Opened[]>();
  for (const store of topology.members.values()) {
    if (!isStore(store)) continue;
    const [ingress] = ingressTo(topology, store).filter(({ from }) => from === 'lan');
    const intruders = ingress ? intrudersOf(topology, store) : [];
    if (!ingress || intruders.length === 0) continue;
    const networks = sortedNames(store.endpoints.map(({ networkKey }) => networkKey)).join(' ');
    const known = groups.get(networks);
    if (known) known.push({ store, ingress, intruders });
    else groups.set(networks, [{ store, ingress, intruders }]);
  }
  for (const [networks, opened] of groups) yield* draft(topology, networks, opened);
}

interface Opened {
  readonly store: Member;
  readonly ingress: Ingress;
  readonly intruders: readonly Member[];
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

function* draft(topology: Topology, networks: string, opened: readonly Opened[]): Iterable<Draft> {
  const [first, ...others] = opened;
  if (!first) return;
  const intruders = [...new Set(opened.flatMap((each) => each.intruders))];
  const stores = namesOf(opened.map(({ store }) => store));
  const names = namesOf(intruders);
  yield {
    at: first.ingress.port.at,
    label: 'open to every container of this host',
    message: `${joinNames(names)} can open ${what(first, stores)} over the host, though ${names.length === 1 ? 'it shares' : 'they share'} no network with ${stores.length === 1 ? 'it' : 'them'}.`,
    advice: `Delete the ${stores.length === 1 ? 'mapping' : 'mappings'}, or write \`127.0.0.1:\` before the port: then only the networks decide who reaches ${joinNames(stores)}.`,
    related: capped([
      ...others.map(({ ingress, store }) => ({ at: ingress.port.at, label: `\`${store.service.name}\`, too` })),
      ...onNetworks(first.store),
      ...intruders.flatMap((member) => onNetworks(member).slice(0, 1)),
      ...doors(intruders),
    ]),
    services: [...stores, ...names],
    evidence: { networks, place: 'ports' },
    ...derive({
      from: nearest(intruders),
      path: 'crossing',
      target: 'data',
      strength: weakest(
        strongest(...opened.map(({ store }) => store.role.confidence)),
        opened.every(({ ingress }) => ingress.hostIp === '') ? 'medium' : 'high',
        isDrawn(first.store) && !isFragment(topology) ? 'high' : 'low',
      ),
    }),
  };
}

function what({ store, ingress }: Opened, stores: readonly string[]): string {
  if (stores.length > 1) return `the ports of ${joinNames(stores)}`;
  const port = ingress.target === undefined ? 'a port' : `port ${ingress.target}`;
  return `${port} of \`${store.service.name}\`, ${roleNoun(store)},`;
}

function onNetworks({ service, endpoints }: Member): readonly Place[] {
  return endpoints.map(({ at, networkKey }) => ({ at, label: `\`${service.name}\` is on \`${networkKey}\`` }));
}

/** A network that the store is on for want of any other is no line that somebody drew. */
function isDrawn({ endpoints }: Member): boolean {
  return endpoints.some(({ at }) => !at.via.some(({ how }) => how === 'default'));
}
