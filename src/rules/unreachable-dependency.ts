/** Connections that somebody intends and that cannot be opened, or names that lead nowhere. */
import { joinNames } from '../source/words.js';
import { readIntentions, type UnresolvedName } from '../topology/flows.js';
import { reachBetween } from '../topology/reach.js';
import { resolveName } from '../topology/resolve.js';
import type { Flow, Member, Topology } from '../topology/topology.js';
import { isFragment } from './isolation-facts.js';
import { COMPOSE_NETWORKING } from './references.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { capped } from './tier-paths.js';

export const unreachableDependency: Rule = {
  id: 'unreachable-dependency',
  title: 'Dependency that cannot be reached',
  severity: 'medium',
  confidence: 'medium',
  persona: 'regular',
  tags: ['network', 'correctness'],
  docs: {
    summary: 'A service is configured to connect to another, and the networks give it no path, or no such name.',
    why: [
      'The file says that the two talk, and the networks that they cannot: either it does not work, or it works through a published port and the',
      'host, around the networks. The usual repair is to put one of them on a network too many.',
    ].join(' '),
    fix: 'Put both on a network that nobody else needs, or correct the name.',
    suppress: 'They meet on a network of another project, or the setting is unused.',
    bad: `services:
  api:
    image: example/api
    environment:
      DATABASE_URL: postgres://db:5432/shop
    networks: [front]
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
    environment:
      DATABASE_URL: postgres://db:5432/shop
    networks: [front, data]
  db:
    image: postgres:17
    networks: [data]
networks:
  front:
  data:
`,
    references: [COMPOSE_NETWORKING],
  },
  check,
};

interface Broken {
  readonly from: Member;
  readonly to: Member;
  readonly evidence: Flow['evidence'];
  /** The name that does not resolve, where that is what fails. */
  readonly name?: string;
}

/** One finding for each pair, whatever it is that speaks of it. */
function* check({ project, topology }: RuleContext): Iterable<Draft> {
  const broken = new Map<string, Broken>();
  const note = (item: Broken) => {
    const key = JSON.stringify([item.from.service.name, item.to.service.name]);
    const known = broken.get(key);
    broken.set(key, known ? { ...known, evidence: [...known.evidence, ...item.evidence] } : item);
  };
  const names = (from: string, name: string) => resolveName(topology, from, name)?.services[0];
  const { flows, unresolved } = readIntentions(project, names);
  for (const flow of flows) {
    const [from, to] = [topology.members.get(flow.from), topology.members.get(flow.to)];
    if (from && to && isCutOff(topology, from, to)) note({ from, to, evidence: flow.evidence });
  }
  for (const item of unresolved) {
    const ends = endsOf(topology, item);
    if (ends) note({ ...ends, evidence: [item.evidence], name: item.name });
  }
  for (const item of broken.values()) yield* draft(topology, item);
}

function endsOf(
  topology: Topology,
  { from, to }: UnresolvedName,
): { readonly from: Member; readonly to: Member } | undefined {
  const ends = [topology.members.get(from), topology.members.get(to)];
  const [source, target] = ends;
  return source && target && isJudgeable(source, target) ? { from: source, to: target } : undefined;
}

/** Where nothing runs, or an unknown container brings the network, nobody can tell. */
function isJudgeable(from: Member, to: Member): boolean {
  if (from.namespace === to.namespace) return false;
  return [from, to].every(({ endpoints, namespace }) => endpoints.length > 0 || namespace === 'host');
}

function isCutOff(topology: Topology, from: Member, to: Member): boolean {
  if (!isJudgeable(from, to)) return false;
  return (reachBetween(topology, from.service.name, to.service.name)?.via.length ?? 0) === 0;
}

function* draft(topology: Topology, { from, to, evidence, name }: Broken): Iterable<Draft> {
  // A link that leads nowhere is reported as such; an order of start needs no connection.
  const spoken = evidence.filter(({ kind }) => kind !== 'namespace');
  if (spoken.some(({ kind }) => kind === 'link')) return;
  const strong = spoken.filter(({ kind }) => kind !== 'depends_on');
  const [first, ...others] = strong.length > 0 ? strong : spoken;
  if (!first) return;
  const vague = strong.length === 0 || isFragment(topology) || mayMeet(topology, from, to);
  const [source, target] = [from.service.name, to.service.name];
  const connected = (reachBetween(topology, source, target)?.via.length ?? 0) > 0;
  yield {
    at: first.at,
    label: connected ? 'a name that leads nowhere' : 'no way there',
    message:
      connected && name !== undefined
        ? `\`${source}\` is told to connect to \`${name}\`, and that name means nothing to it, though it could reach \`${target}\`.`
        : `\`${source}\` is meant to connect to \`${target}\`, and cannot: they share no network.`,
    advice:
      connected && name !== undefined
        ? `Use a name of \`${target}\` that \`${source}\` resolves, on a network that both are on.`
        : `Give ${joinNames([source, target])} a network of their own, or remove the setting.`,
    related: capped([
      ...others.map(({ at, text }) => ({ at, label: text })),
      ...[from, to].flatMap(({ service, endpoints }) =>
        endpoints
          .slice(0, 2)
          .map(({ at, networkKey }) => ({ at, label: `\`${service.name}\` is on \`${networkKey}\`` })),
      ),
    ]),
    services: [source, target],
    evidence: { from: source, to: target },
    ...(vague ? { severity: 'low', confidence: 'low', persona: 'pedantic' } : {}),
  };
}

/** On networks that nobody here declares, or that others have a hand in, they may meet. */
function mayMeet(topology: Topology, from: Member, to: Member): boolean {
  return [from, to].some(({ endpoints }) =>
    endpoints.some(({ engineName }) => {
      const network = topology.segments.get(engineName)?.network;
      return network === undefined || (!network.declared && network.at.via.every(({ how }) => how !== 'default'));
    }),
  );
}
