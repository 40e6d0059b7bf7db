/** Stores that share a network namespace, and with it their loopback address, with services of other tiers. */
import { joinNames } from '../source/words.js';
import type { Member, Namespace, Topology } from '../topology/topology.js';
import { familyOf, isStore, nearest } from './isolation-facts.js';
import { COMPOSE_SERVICES, CWE_ISOLATION } from './references.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { derive, strongest, weakest } from './severity.js';
import { capped, namesOf } from './tier-paths.js';

export const namespaceSharedAcrossTiers: Rule = {
  id: 'namespace-shared-across-tiers',
  title: 'Store and other tier in one network namespace',
  severity: 'medium',
  confidence: 'medium',
  persona: 'regular',
  scale: {
    from: ['outside', 'peers', 'machine', 'inside'],
    path: ['bypass'],
    target: ['data'],
    strength: ['medium', 'low'],
  },
  tags: ['security', 'network', 'external/cwe/cwe-653'],
  docs: {
    summary: 'A store and a service of another tier run in one network namespace (`network_mode: service:NAME`).',
    why: [
      'They have one address and one loopback interface: what the store offers to `localhost` only, often without a password, the other can',
      'use, and the store is on every network of the other. No network can be put between them, and the ports that one publishes are those of both.',
    ].join(' '),
    fix: 'Give the store a network of its own, shared with its clients, and let them call it by name.',
    suppress:
      'A sidecar that belongs to one service, holds nothing of worth for others, and is reached by nobody else.',
    bad: `services:
  web:
    image: nginx:1.27
    ports: ["80:80"]
  db:
    image: postgres:17
    network_mode: service:web
`,
    good: `services:
  web:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [front]
  db:
    image: postgres:17
    networks: [data]
networks:
  front:
  data:
`,
    references: [COMPOSE_SERVICES, CWE_ISOLATION],
  },
  check,
};

function* check({ topology }: RuleContext): Iterable<Draft> {
  for (const namespace of topology.namespaces) {
    // The host's is a matter of its own.
    if (namespace.kind === 'host' || namespace.kind === 'none' || namespace.services.length < 2) continue;
    const members = namespace.services.flatMap((name) => topology.members.get(name) ?? []);
    const stores = members.filter(isStore);
    const others = members.filter((member) => isForeign(member));
    if (stores.length > 0 && others.length > 0) yield* draft(topology, namespace, stores, others);
  }
}

/** A VPN client is there for others to live in. */
function isForeign(member: Member): boolean {
  if (member.role.tier !== 'edge' && member.role.tier !== 'app') return false;
  return member.role.role !== 'tunnel' && familyOf(member)?.flags?.includes('shared-netns-provider') !== true;
}

function* draft(
  topology: Topology,
  namespace: Namespace,
  stores: readonly Member[],
  others: readonly Member[],
): Iterable<Draft> {
  const guests = [...stores, ...others].filter(({ service }) => service.networkMode !== undefined);
  const [first] = guests;
  const at = first?.service.networkMode?.at;
  if (!first || !at) return;
  const wanted = others.some((other) => stores.some((store) => isNeeded(topology, other, store)));
  yield {
    at,
    label: 'one address for all of them',
    message: `${joinNames(namesOf(stores))} and ${joinNames(namesOf(others))} share one network namespace: what the store offers to \`localhost\`, the other can open, and no network keeps them apart.`,
    advice: `Remove \`network_mode\` from \`${first.service.name}\`, and put ${joinNames(namesOf(stores))} on a network that only its clients share.`,
    related: capped(
      guests.slice(1).flatMap(({ service }) => {
        const place = service.networkMode?.at;
        return place ? [{ at: place, label: `\`${service.name}\`, too` }] : [];
      }),
    ),
    services: [...namesOf(stores), ...namesOf(others)],
    evidence: { namespace: namespace.id },
    ...derive({
      from: nearest(others),
      path: 'bypass',
      target: 'data',
      // A client beside its own store is a sidecar.
      strength: wanted ? 'low' : weakest('medium', strongest(...stores.map(({ role }) => role.confidence))),
    }),
  };
}

/** Sharing the namespace is itself a dependency to Compose, and says nothing of connections. */
function isNeeded(topology: Topology, from: Member, to: Member): boolean {
  return topology.flows.some(
    (flow) =>
      flow.from === from.service.name &&
      flow.to === to.service.name &&
      flow.evidence.some(({ kind }) => kind !== 'namespace'),
  );
}
