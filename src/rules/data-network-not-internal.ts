/** Networks of the data tier that lead out, though nobody on them needs it. */
import { joinNames } from '../source/words.js';
import type { Member, Segment, Topology } from '../topology/topology.js';
import { isStore, membersOn } from './isolation-facts.js';
import { BRIDGE_DRIVER, COMPOSE_NETWORKS, CWE_ISOLATION } from './references.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { derive, weakest } from './severity.js';
import { namesOf } from './tier-paths.js';

export const dataNetworkNotInternal: Rule = {
  id: 'data-network-not-internal',
  title: 'Data network that leads to the internet for nobody',
  severity: 'low',
  confidence: 'medium',
  persona: 'regular',
  scale: { from: ['inside'], path: ['flat'], target: ['data'], strength: ['medium', 'low'] },
  tags: ['security', 'network', 'external/cwe/cwe-653'],
  docs: {
    summary:
      'A network that holds the data tier leads out, though the stores need nothing out there and everybody else on it has another way.',
    why: [
      'A store that was broken into can send what it holds anywhere, fetch tools, and reach every port that other projects publish on the host.',
      'An internal network takes that away, and costs nothing here.',
    ].join(' '),
    fix: 'Add `internal: true` to the network.',
    suppress:
      'The store fetches or sends something itself: backups to an object store, replication, plugins, a license.',
    bad: `services:
  api:
    image: example/api
    ports: ["80:8080"]
    networks: [front, data]
  db:
    image: postgres:17
    networks: [data]
networks:
  front:
  data:
`,
    good: `services:
  api:
    image: example/api
    ports: ["80:8080"]
    networks: [front, data]
  db:
    image: postgres:17
    networks: [data]
networks:
  front:
  data:
    internal: true
`,
    references: [COMPOSE_NETWORKS, BRIDGE_DRIVER, CWE_ISOLATION],
  },
  check,
};

function* check({ topology }: RuleContext): Iterable<Draft> {
  for (const segment of topology.segments.values()) {
    if (segment.fabric !== 'bridge' || segment.internal || segment.external || !segment.network?.declared) continue;
    const members = membersOn(topology, segment);
    const stores = members.filter((member) => isStore(member) && isEnclosed(topology, member, segment));
    const others = members.filter((member) => !stores.includes(member));
    if (stores.length === 0 || !others.every((member) => leadsOutElsewhere(topology, member, segment))) continue;
    // Somebody must come in at all, else this is a fragment.
    if (others.length > 0) yield draft(segment, stores, others);
  }
}

/** On no other network that leads out, and with no port to publish, which an internal network would not. */
function isEnclosed(topology: Topology, member: Member, segment: Segment): boolean {
  return (
    member.service.ports.length === 0 &&
    member.ingress.length === 0 &&
    member.namespace === member.service.name &&
    !leadsOutElsewhere(topology, member, segment)
  );
}

function leadsOutElsewhere(topology: Topology, member: Member, segment: Segment): boolean {
  return member.endpoints.some(
    ({ engineName }) => engineName !== segment.engineName && topology.segments.get(engineName)?.outbound,
  );
}

function draft(segment: Segment, stores: readonly Member[], others: readonly Member[]): Draft {
  const names = namesOf(stores);
  const at = segment.network?.at ?? segment.endpoints[0]?.at ?? stores[0]?.service.at;
  if (!at) throw new Error('a network with members has a place');
  const strength = weakest('medium', ...stores.map(({ role }) => role.confidence));
  return {
    at,
    label: 'leads out for nobody',
    message: `Network \`${segment.key}\` leads out for ${joinNames(names)}, and nobody on it needs it: ${joinNames(namesOf(others))} ${others.length === 1 ? 'has' : 'have'} another way.`,
    advice: `Write \`internal: true\` under \`${segment.key}\`.`,
    related: [],
    services: names,
    evidence: { network: segment.key },
    ...derive({ from: 'inside', path: 'flat', target: 'data', strength }),
  };
}
