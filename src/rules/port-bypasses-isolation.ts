/** Published ports through which services get, over the host, at what their networks keep from them. */
import { joinNames } from '../source/words.js';
import { sortedNames } from '../topology/names.js';
import { reachBetween } from '../topology/reach.js';
import type { Ingress, Member, Topology } from '../topology/topology.js';
import { ingressTo, isClient, isOnDefaultOnly, isStore, isUnplaced, nearest, roleNoun } from './isolation-facts.js';
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
  scale: {
    from: ['outside', 'peers', 'machine', 'inside'],
    path: ['crossing'],
    target: ['data'],
    strength: ['high', 'medium', 'low'],
  },
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
    if (!isStore(store) || isUnplaced(topology, store)) continue;
    const [ingress] = ingressTo(topology, store).filter(({ from }) => from === 'lan');
    if (!ingress) continue;
    const networks = sortedNames(store.endpoints.map(({ networkKey }) => networkKey)).join(' ');
    const known = groups.get(networks);
    // Who is kept out depends on the networks alone, and reach between all pairs is dear.
    const kept = known?.[0]?.kept ?? keptOut(topology, store);
    const intruders = kept.filter(({ service }) => !isClient(topology, service.name, store.service.name));
    if (known) known.push({ store, ingress, kept, intruders });
    else groups.set(networks, [{ store, ingress, kept, intruders }]);
  }
  for (const [networks, all] of groups) {
    const opened = all.filter(({ intruders }) => intruders.length > 0);
    yield* draft(networks, opened);
  }
}

interface Opened {
  readonly store: Member;
  readonly ingress: Ingress;
  /** Services whose only way to the store is the port on the host. */
  readonly kept: readonly Member[];
  /** Those that are not meant to use it. */
  readonly intruders: readonly Member[];
}

/** More intruders than this tell nothing new. */
const MOST_INTRUDERS = 50;

function keptOut(topology: Topology, store: Member): readonly Member[] {
  const own = new Set(store.endpoints.map(({ engineName }) => engineName));
  const found: Member[] = [];
  for (const member of topology.members.values()) {
    if (found.length >= MOST_INTRUDERS) break;
    if (isStore(member) || member.role.tier === 'ops' || isUnplaced(topology, member)) continue;
    // On the host's network the networks of the project keep nobody from anything.
    if (member.namespace === 'host' || member.endpoints.some(({ engineName }) => own.has(engineName))) continue;
    const via = reachBetween(topology, member.service.name, store.service.name)?.via ?? [];
    if (via.length > 0 && via.every(({ kind }) => kind === 'published')) found.push(member);
  }
  return found;
}

function* draft(networks: string, opened: readonly Opened[]): Iterable<Draft> {
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
        isDrawn(first.store) ? 'high' : 'low',
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
function isDrawn(store: Member): boolean {
  return !isOnDefaultOnly(store);
}
