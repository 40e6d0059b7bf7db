/** Connections that somebody intends and that cannot be opened, or names that lead nowhere. */
import { joinNames } from '../source/words.js';
import { reaches } from '../topology/reach.js';
import type { Flow, Member, Topology, UnresolvedName } from '../topology/topology.js';
import { isFragment, isUnplaced } from './isolation-facts.js';
import { COMPOSE_NETWORKING } from './references.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { capped, namesOf } from './tier-paths.js';

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

/** One finding for each target: whoever misses it, it is the target that is elsewhere. */
function* check({ topology }: RuleContext): Iterable<Draft> {
  const broken: Broken[] = [];
  for (const flow of topology.flows) {
    const [from, to] = [topology.members.get(flow.from), topology.members.get(flow.to)];
    if (from && to && isCutOff(topology, from, to)) broken.push({ from, to, evidence: flow.evidence });
  }
  for (const item of topology.unresolved) {
    const ends = endsOf(topology, item);
    // A hosts file that knows the name leads somewhere else.
    const known = ends?.from.service.extraHosts.some(({ host }) => host === item.name);
    if (ends && !known) broken.push({ ...ends, evidence: [item.evidence], name: item.name });
  }
  const groups = new Map<Member, Broken[]>();
  for (const item of broken) {
    // A link that leads nowhere is reported as such, and so is what else the file says of the same two.
    if (item.from.service.links.some(({ target }) => target === item.to.service.name)) continue;
    if (isUnplaced(topology, item.from) || isUnplaced(topology, item.to)) continue;
    const known = groups.get(item.to);
    if (known) known.push(item);
    else groups.set(item.to, [item]);
  }
  for (const [to, items] of groups) yield* draft(topology, to, items);
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
  return !reaches(topology, from.service.name, to.service.name);
}

function* draft(topology: Topology, to: Member, items: readonly Broken[]): Iterable<Draft> {
  const strong = items.filter(({ from, evidence }) => evidence.some(isOwn) && !mayMeet(topology, from, to));
  const chosen = strong.length > 0 ? strong : items;
  const places = chosen.flatMap(({ evidence }) => {
    const own = evidence.filter(isOwn);
    return own.length > 0 ? own : evidence;
  });
  const [first, ...others] = places;
  if (!first) return;
  const sources = [...new Set(chosen.map(({ from }) => from))];
  const names = namesOf(sources);
  const target = to.service.name;
  const called = chosen.find(({ name }) => name !== undefined)?.name;
  const connected = sources.every((from) => !isCutOff(topology, from, to));
  const nameless = connected && called !== undefined;
  yield {
    at: first.at,
    label: nameless ? 'a name that leads nowhere' : 'no way there',
    message: nameless
      ? `${joinNames(names)} ${names.length === 1 ? 'is' : 'are'} told to connect to \`${called}\`, a name that means nothing to ${names.length === 1 ? 'it' : 'them'}, though \`${target}\` is within reach.`
      : `${joinNames(names)} ${names.length === 1 ? 'is' : 'are'} meant to connect to \`${target}\`, and cannot: they share no network.`,
    advice: nameless
      ? `Put ${joinNames([...names, target], 6)} on one network, where the name resolves, or use the address that is meant.`
      : `Give ${joinNames([...names, target], 6)} a network of their own, or remove the setting.`,
    related: capped([
      ...others.map(({ at, text }) => ({ at, label: text })),
      ...[...sources, to].flatMap(({ service, endpoints }) =>
        endpoints
          .slice(0, 2)
          .map(({ at, networkKey }) => ({ at, label: `\`${service.name}\` is on \`${networkKey}\`` })),
      ),
    ]),
    services: [...names, target],
    evidence: { to: target },
    ...(strong.length === 0 || isFragment(topology) ? { severity: 'low', confidence: 'low', persona: 'pedantic' } : {}),
  };
}

/**
 * Whether this says that this very service connects: an order of start does not, nor do settings that many share through
 * an anchor or an env file and of which each reads its own.
 */
function isOwn({ kind, at }: Flow['evidence'][number]): boolean {
  if (kind === 'depends_on' || kind === 'namespace') return false;
  return (
    !at.via.some(({ how }) => how === 'alias' || how === 'merge-key' || how === 'extends') && !isEnvironmentFile(at)
  );
}

function isEnvironmentFile({ source }: Flow['evidence'][number]['at']): boolean {
  return !/\.(?:ya?ml|json)$/i.test(source.path) && source.path !== '-';
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
