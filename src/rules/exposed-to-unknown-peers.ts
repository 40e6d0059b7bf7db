/** Stores on networks whose members nobody here knows: external ones, and those that are a part of the local network. */
import { joinNames } from '../source/words.js';
import { membersBySegment } from '../topology/indices.js';
import type { Exposure, Member, Segment, Topology } from '../topology/topology.js';
import { isStore } from './isolation-facts.js';
import { COMPOSE_NETWORKS, CWE_SPHERE, PACKET_FILTERING } from './references.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { derive, strongest, weakest } from './severity.js';
import { capped, membership, namesOf } from './tier-paths.js';

export const exposedToUnknownPeers: Rule = {
  id: 'exposed-to-unknown-peers',
  title: 'Data store on a network with unknown members',
  severity: 'medium',
  confidence: 'medium',
  persona: 'regular',
  scale: { from: ['outside', 'peers'], path: ['direct'], target: ['data'], strength: ['high', 'medium', 'low'] },
  tags: ['security', 'network', 'external/cwe/cwe-668'],
  docs: {
    summary:
      'A database, cache or queue is on a network that containers of other projects, or other machines, may be on as well.',
    why: [
      'Every member of a network can open every port of the others. Who is on an external network is decided elsewhere: the next project that',
      'joins it can talk to this store, and so can whoever takes that project over. On a macvlan or ipvlan network the members are machines of',
      'the local network, and Docker filters nothing; with the gateway mode `nat-unprotected` whoever can route to the host gets in.',
    ].join(' '),
    fix: 'Put the store on a network of this project, shared with its clients only. Let those be on the shared network that others need to reach.',
    suppress: 'The network is there for this store, and everybody on it is a client.',
    bad: `services:
  app:
    image: example/app
    environment:
      DATABASE_HOST: db
    networks: [proxy]
  db:
    image: postgres:17
    networks: [proxy]
networks:
  proxy:
    external: true
`,
    good: `services:
  app:
    image: example/app
    environment:
      DATABASE_HOST: db
    networks: [proxy, data]
  db:
    image: postgres:17
    networks: [data]
networks:
  proxy:
    external: true
  data:
    internal: true
`,
    references: [COMPOSE_NETWORKS, PACKET_FILTERING, CWE_SPHERE],
  },
  check,
};

/** One finding for each network: the cause is that it is open, whoever is on it. */
function* check({ topology }: RuleContext): Iterable<Draft> {
  for (const segment of topology.segments.values()) {
    if (segment.fabric === 'default-bridge') continue;
    const members = new Set(membersBySegment(topology).get(segment.engineName));
    const exposed = [...members].filter(isStore).flatMap((member): readonly Exposed[] => {
      const exposure = member.exposures.find(
        ({ kind, ports, network }) => network === segment.key && (kind === 'peers' || ports === 'all'),
      );
      return exposure ? [{ member, exposure }] : [];
    });
    const [first] = exposed;
    if (first) yield draft(topology, segment, exposed, first);
  }
}

interface Exposed {
  readonly member: Member;
  readonly exposure: Exposure;
}

function draft(topology: Topology, segment: Segment, exposed: readonly Exposed[], first: Exposed): Draft {
  const stores = exposed.map(({ member }) => member);
  const { kind } = first.exposure;
  const [primary, ...others] = stores.flatMap((member) => membership(member, segment, 'is on it'));
  const declared = segment.network?.at;
  const names = joinNames(namesOf(stores));
  const clients = [...topology.members.keys()].length > stores.length ? 'its clients' : 'those that use it';
  return {
    at: primary?.at ?? first.member.service.at,
    label: `on \`${segment.key}\`, with members nobody here knows`,
    message: `${who(kind, segment)} can open every port of ${names}.`,
    advice: `Put ${names} on a network that this project declares, shared with ${clients} only${kind === 'routed' ? ', without `nat-unprotected`' : ''}.`,
    related: capped([...others, ...(declared ? [{ at: declared, label: what(kind, segment) }] : [])]),
    services: namesOf(stores),
    evidence: { network: segment.key, kind },
    ...derive({
      from: kind === 'peers' ? 'peers' : 'outside',
      path: 'direct',
      target: 'data',
      strength: weakest(
        strongest(...stores.map(({ role }) => role.confidence)),
        kind !== 'peers' ? 'high' : hasOwnClients(topology) ? 'medium' : 'low',
      ),
    }),
  };
}

/** A project of nothing but stores is there for others, and the network is how they come. */
function hasOwnClients(topology: Topology): boolean {
  return [...topology.members.values()].some((member) => !isStore(member) && member.role.tier !== 'ops');
}

function who(kind: Exposure['kind'], segment: Segment): string {
  if (kind === 'peers') return `Any container that joins the external network \`${segment.key}\``;
  if (kind === 'physical') return `Every machine on the local network (\`${segment.key}\` is ${segment.fabric})`;
  return `Whoever can route to network \`${segment.key}\``;
}

function what(kind: Exposure['kind'], segment: Segment): string {
  if (kind === 'peers') return 'external: others decide who is on it';
  return kind === 'physical' ? `${segment.fabric}: its members are on the local network` : 'lets routed traffic in';
}
