/** `internal: true` that keeps from being published what should be, or keeps nobody in. */
import { joinNames } from '../source/words.js';
import type { Member, Segment, Topology } from '../topology/topology.js';
import { attachments, isStore, membersOn } from './isolation-facts.js';
import { BRIDGE_DRIVER, COMPOSE_NETWORKS, CWE_ISOLATION } from './references.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { capped, namesOf } from './tier-paths.js';

export const ineffectiveInternal: Rule = {
  id: 'ineffective-internal',
  title: 'Internal network without the effect it is for',
  severity: 'low',
  confidence: 'high',
  persona: 'regular',
  tags: ['network', 'correctness', 'external/cwe/cwe-653'],
  docs: {
    summary:
      'A service publishes ports though it is on internal networks only, or an internal network contains nobody that is not on another as well.',
    why: [
      'The Engine publishes no port of a container whose networks are all internal, and says nothing about it: the mapping is dead, and the next',
      'step is often to drop `internal`. The other way round, a container that is on a second network that leads out has all the ways out that',
      '`internal` was to take from it.',
    ].join(' '),
    fix: 'Delete the ports, or give that service a second network to be reached through. Take stores off networks that lead out.',
    suppress: 'The members are on other networks for a reason, and `internal` is a precaution for those to come.',
    bad: `services:
  db:
    image: postgres:17
    ports: ["5432:5432"]
    networks: [data]
networks:
  data:
    internal: true
`,
    good: `services:
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
    internal: true
`,
    references: [COMPOSE_NETWORKS, BRIDGE_DRIVER, CWE_ISOLATION],
  },
  check,
};

function* check({ topology }: RuleContext): Iterable<Draft> {
  if (topology.engine.mode === 'swarm') return;
  yield* deadPorts(topology);
  for (const segment of topology.segments.values()) {
    if (segment.internal && segment.fabric === 'bridge') yield* voided(topology, segment);
  }
}

function* deadPorts(topology: Topology): Iterable<Draft> {
  for (const { service, endpoints } of topology.members.values()) {
    const [port, ...more] = service.ports;
    if (!port || endpoints.length === 0) continue;
    const segments = endpoints.flatMap(({ engineName }) => topology.segments.get(engineName) ?? []);
    if (segments.length < endpoints.length || !segments.every(({ internal }) => internal)) continue;
    yield {
      at: port.at,
      label: 'not published',
      message: `${more.length > 0 ? 'The ports' : 'The port'} of \`${service.name}\` ${more.length > 0 ? 'are' : 'is'} not published: it is on internal networks only.`,
      advice: `Delete the mapping, or give \`${service.name}\` a second network that is not internal, for those who come from outside.`,
      related: segments.flatMap((segment) => internalFlag(segment)),
      services: [service.name],
      evidence: { service: service.name, kind: 'dead-ports' },
      severity: 'medium',
    };
  }
}

function internalFlag(segment: Segment): readonly { readonly at: Draft['at']; readonly label: string }[] {
  return segment.network ? [{ at: segment.network.at, label: `\`${segment.key}\` is internal` }] : [];
}

/** Either nobody is kept in, or stores are not, of all services. */
function* voided(topology: Topology, segment: Segment): Iterable<Draft> {
  const members = membersOn(topology, segment);
  const free = members.filter((member) => exitsOf(topology, member).length > 0);
  const everyone = free.length === members.length;
  // With a single member nobody tells what the network is for.
  const culprits = everyone && members.length > 1 ? free : free.filter(isStore);
  const exits = new Set(culprits.flatMap((member) => exitsOf(topology, member)));
  const [primary, ...others] = culprits.flatMap((member) => attachments(member, exits, 'gets out through'));
  if (!primary) return;
  const names = joinNames(namesOf(culprits));
  yield {
    ...primary,
    message: `Internal network \`${segment.key}\` does not keep ${names} in: ${culprits.length === 1 ? 'it is' : 'they are'} on ${joinNames([...exits].map(({ key }) => key))} as well, which ${exits.size === 1 ? 'leads' : 'lead'} out.`,
    advice: `Take those off ${joinNames([...exits].map(({ key }) => key))} that need nothing outside; a service that does need it may be on both.`,
    related: capped([...others, ...internalFlag(segment)]),
    services: namesOf(culprits),
    evidence: { network: segment.key, kind: 'voided' },
    severity: 'low',
    ...(culprits.some(isStore) ? {} : { confidence: 'low', persona: 'pedantic' }),
  };
}

function exitsOf(topology: Topology, member: Member): readonly Segment[] {
  return member.endpoints.flatMap(({ engineName }) => {
    const segment = topology.segments.get(engineName);
    return segment?.outbound ? [segment] : [];
  });
}
