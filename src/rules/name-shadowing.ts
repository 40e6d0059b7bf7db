/** Names that mean another service than the one they seem to mean. */
import { joinNames } from '../source/words.js';
import { type Shadow, shadowedNames } from '../topology/collisions.js';
import type { Member, Topology } from '../topology/topology.js';
import { COMPOSE_SERVICES, CWE_RESOLUTION } from './references.js';
import type { Draft, Place, Rule, RuleContext } from './rule.js';
import { capped } from './tier-paths.js';

export const nameShadowing: Rule = {
  id: 'name-shadowing',
  title: 'Name that hides another of the same kind',
  severity: 'medium',
  confidence: 'high',
  persona: 'regular',
  tags: ['network', 'correctness', 'external/cwe/cwe-706'],
  docs: {
    summary:
      'A name means one service on one network of its user and another on the next, or `extra_hosts` redefines the name of a service.',
    why: [
      'The first network that knows a name wins, in an order that hangs on gateway priorities and on the names of the networks, and the hosts file',
      'wins over both. Renaming a network or adding one sends connections, and the passwords in them, to somebody else.',
    ].join(' '),
    fix: 'Give the services different names, or remove the line of `extra_hosts` that hides one.',
    suppress: 'The service is replaced on purpose by one outside, as in a test.',
    bad: `services:
  app:
    image: example/app
    extra_hosts:
      - "db:10.0.0.5"
  db:
    image: postgres:17
`,
    good: `services:
  app:
    image: example/app
    extra_hosts:
      - "legacy-db:10.0.0.5"
  db:
    image: postgres:17
`,
    references: [COMPOSE_SERVICES, CWE_RESOLUTION],
  },
  check,
};

function* check({ topology }: RuleContext): Iterable<Draft> {
  yield* acrossNetworks(topology);
  yield* inHostsFiles(topology);
}

/** One finding for each name and its meanings, whoever asks. */
function* acrossNetworks(topology: Topology): Iterable<Draft> {
  const groups = new Map<string, { shadow: Shadow; askers: string[] }>();
  for (const shadow of shadowedNames(topology)) {
    // A service that is known by one name on both networks sees itself, or is itself in question.
    if (shadow.answers.some(({ services }) => services.includes(shadow.asker))) continue;
    const key = JSON.stringify([shadow.name, shadow.answers]);
    const known = groups.get(key);
    if (known) known.askers.push(shadow.asker);
    else groups.set(key, { shadow, askers: [shadow.asker] });
  }
  for (const { shadow, askers } of groups.values()) yield* draft(topology, shadow, askers);
}

function* draft(topology: Topology, { name, answers }: Shadow, askers: readonly string[]): Iterable<Draft> {
  const [winner, ...losers] = answers;
  const asker = topology.members.get(askers[0] ?? '');
  if (!winner || !asker) return;
  const keyOf = (engineName: string) => topology.segments.get(engineName)?.key ?? engineName;
  const networks = new Set(answers.map(({ engineName }) => engineName));
  const [primary, ...others] = asker.endpoints
    .filter(({ engineName }) => networks.has(engineName))
    .map(({ at, networkKey }) => ({ at, label: `\`${name}\` has a meaning on \`${networkKey}\`` }));
  if (!primary) return;
  const hidden = [...new Set(losers.flatMap(({ services }) => services))].filter(
    (each) => !winner.services.includes(each),
  );
  if (hidden.length === 0) return;
  yield {
    ...primary,
    message: `To ${joinNames(askers)}, \`${name}\` means ${joinNames(winner.services)} on \`${keyOf(winner.engineName)}\`, and hides ${joinNames(hidden)} on ${joinNames(losers.map(({ engineName }) => keyOf(engineName)))}.`,
    advice: `Give one of them another name on the networks that ${joinNames(askers)} ${askers.length === 1 ? 'is' : 'are'} on.`,
    related: capped(others),
    services: [...askers],
    evidence: { name, winner: keyOf(winner.engineName) },
  };
}

/** One finding for each service that is hidden, from whomever. */
function* inHostsFiles(topology: Topology): Iterable<Draft> {
  const hidden = new Map<Member, { readonly place: Place; readonly asker: string }[]>();
  for (const { service, endpoints } of topology.members.values()) {
    for (const { host, address, at } of service.extraHosts) {
      const target = topology.members.get(host);
      // The address of the very service is no other meaning.
      if (
        !target ||
        target.service === service ||
        target.endpoints.some(({ addresses }) => addresses.includes(address))
      )
        continue;
      const networks = new Set(target.endpoints.map(({ engineName }) => engineName));
      if (!endpoints.some(({ engineName }) => networks.has(engineName))) continue;
      const entry = { place: { at, label: `hides the service \`${host}\`` }, asker: service.name };
      const known = hidden.get(target);
      if (known) known.push(entry);
      else hidden.set(target, [entry]);
    }
  }
  for (const [{ service: target }, entries] of hidden) {
    const [first, ...others] = entries;
    if (!first) continue;
    const askers = [...new Set(entries.map(({ asker }) => asker))];
    yield {
      ...first.place,
      message: `To ${joinNames(askers)}, \`${target.name}\` is what \`extra_hosts\` says, not the service of that name on ${askers.length === 1 ? 'its' : 'their'} network.`,
      advice: "Remove the line, or use a name there that is no service's.",
      related: capped([{ at: target.at, label: 'the service that is hidden' }, ...others.map(({ place }) => place)]),
      services: [...askers, target.name],
      evidence: { name: target.name, place: 'extra_hosts' },
    };
  }
}
