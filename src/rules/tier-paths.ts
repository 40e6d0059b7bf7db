/** What the two rules on tiers have in common: how unintended paths to the data tier become a finding. */
import { count, joinNames } from '../source/words.js';
import { intentOf, type Target, type UnintendedPaths } from '../topology/intent.js';
import { layoutOf } from '../topology/layout.js';
import type { Confidence, Member, Segment, Topology } from '../topology/topology.js';
import { hasKnownClients } from './isolation-facts.js';
import type { PathKind, Place, Scale } from './rule.js';
import { derive, type Grade } from './severity.js';

/** More related places than this are counted in the message, not listed. */
const MAX_RELATED = 24;

const MAX_CLAUSES = 3;
const MAX_NETWORKS = 8;
const MAX_MEMBERS = 12;

const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];

/** The paths of one cause: services that should not reach stores, through one segment. */
export interface PathGroup {
  readonly segment: Segment;
  readonly culprits: readonly Member[];
  readonly stores: readonly Member[];
  /** Which stores each culprit reaches without need. */
  readonly targets: ReadonlyMap<Member, readonly Member[]>;
  /** The services that need a store, in the order of the files; empty where none is known. */
  readonly clients: readonly string[];
  /** The stores of which it is known who needs them. */
  readonly claimed: readonly Member[];
  /** Whether a culprit faces the outside at all. */
  readonly entry: boolean;
  /** Whether a culprit is published beyond this machine. */
  readonly published: boolean;
  readonly confidence: Confidence;
}

/**
 * Where entries are among the culprits the bystanders are left out: the entry is what matters, and the layout that
 * removes its path removes theirs. Nor does a sure finding name those of whom it is not sure.
 */
export function groupPaths(topology: Topology, segment: Segment, all: readonly UnintendedPaths[]): PathGroup {
  const entries = all.filter((path) => path.standing === 'entry');
  const standing = entries.length > 0 ? entries : all;
  const lists = new Set(standing.map((path) => path.targets));
  const confidences = new Set([...lists].flatMap((list) => list.map((target) => target.confidence)));
  const confidence = CONFIDENCES.find((each) => confidences.has(each)) ?? 'low';
  const reached = new Map(Array.from(lists, (list) => [list, membersOf(list, confidence === 'low')]));
  const targets = new Map<Member, readonly Member[]>();
  for (const path of standing) {
    const members = reached.get(path.targets) ?? [];
    if (members.length > 0) targets.set(path.from, members);
  }
  const culprits = [...targets.keys()];
  const stores = [...new Set([...reached.values()].flat())];
  return {
    segment,
    culprits,
    stores,
    targets,
    clients: clientsOf(topology, stores),
    claimed: stores.filter(({ service }) => hasKnownClients(topology, service.name)),
    entry: entries.length > 0,
    published: culprits.some((member) => member.ingress.some((ingress) => ingress.from === 'lan')),
    confidence,
  };
}

function membersOf(targets: readonly Target[], withUnsure: boolean): readonly Member[] {
  return targets.filter(({ confidence }) => withUnsure || confidence !== 'low').map(({ to }) => to);
}

function clientsOf(topology: Topology, stores: readonly Member[]): readonly string[] {
  const intent = intentOf(topology);
  const names = new Set<string>();
  for (const store of stores) for (const client of intent.clientsOf.get(store.service.name) ?? []) names.add(client);
  for (const store of stores) names.delete(store.service.name);
  return [...topology.members.keys()].filter((name) => names.has(name));
}

/** Of both rules. Bystanders first have to be taken over from inside: worth knowing, not worth a review's time. */
export function tierScale(path: PathKind): Scale {
  return {
    from: ['outside', 'machine', 'inside'],
    path: [path],
    target: ['data'],
    strength: ['high', 'medium', 'low'],
    quiet: ['inside'],
  };
}

/** An entry that is published beyond this machine stands outside, any other entry behind something that the files do not show. */
export function grade(group: PathGroup, path: PathKind): Grade {
  const from = group.published ? 'outside' : group.entry ? 'machine' : 'inside';
  return derive({ from, path, target: 'data', strength: group.confidence }, tierScale(path));
}

export function quoted(members: readonly Member[], most = 3): string {
  return joinNames(namesOf(members), most);
}

export function namesOf(members: readonly Member[]): readonly string[] {
  return members.map((member) => member.service.name);
}

/** `\`proxy\` can open connections to \`db\` and \`cache\`, \`admin\` to \`cache\``: culprits with the same targets together. */
export function pathsClause({ targets }: PathGroup): string {
  const groups = new Map<string, { readonly from: Member[]; readonly to: readonly Member[] }>();
  const keys = new Map(Array.from(new Set(targets.values()), (to) => [to, namesOf(to).join('\n')]));
  for (const [from, to] of targets) {
    const key = keys.get(to) ?? '';
    const group = groups.get(key);
    if (group) group.from.push(from);
    else groups.set(key, { from: [from], to });
  }
  const clauses = Array.from(groups.values(), ({ from, to }, index) =>
    index === 0 ? `${quoted(from)} can open connections to ${quoted(to)}` : `${quoted(from)} to ${quoted(to)}`,
  );
  const rest = clauses.length - MAX_CLAUSES;
  return rest > 0
    ? `${clauses.slice(0, MAX_CLAUSES).join(', ')}, and ${count(rest, 'more combination')}`
    : clauses.join(', ');
}

/** `, though only \`api\` needs it`; nothing where no client is known, or a culprit is a client of another of the stores. */
export function needClause({ clients, claimed, culprits, stores }: PathGroup): string {
  if (clients.length === 0 || namesOf(culprits).some((name) => clients.includes(name))) return '';
  const all = stores.length === 1 ? 'it' : 'them';
  const needed = claimed.length === stores.length ? all : joinNames(namesOf(claimed), 3);
  return `, though only ${joinNames(clients, 4)} ${clients.length === 1 ? 'needs' : 'need'} ${needed}`;
}

/** The networks of a better layout that hold the stores, a line each, ready to be written down. */
export function layoutLines(topology: Topology, { stores }: PathGroup): readonly string[] {
  const names = new Set(namesOf(stores));
  const networks = layoutOf(topology).networks.filter(({ members }) => members.some((member) => names.has(member)));
  const lines = networks.slice(0, MAX_NETWORKS).map(({ name, members, internal }) => {
    const shown = members.slice(0, MAX_MEMBERS).join(', ');
    const more = members.length > MAX_MEMBERS ? ` and ${members.length - MAX_MEMBERS} more` : '';
    return `  ${name}: ${shown}${more}${internal ? ' (internal)' : ''}`;
  });
  return networks.length > MAX_NETWORKS ? [...lines, `  and ${networks.length - MAX_NETWORKS} more`] : lines;
}

/** Where a member wrote that it is on the segment. */
export function membership(member: Member, segment: Segment, what: string): readonly Place[] {
  const endpoint = member.endpoints.find((candidate) => candidate.engineName === segment.engineName);
  return endpoint ? [{ at: endpoint.at, label: `\`${member.service.name}\` ${what}` }] : [];
}

/** The published port of each culprit that has one. */
export function doors(members: readonly Member[]): readonly Place[] {
  return members.flatMap((member) =>
    member.ingress.slice(0, 1).map((ingress) => ({
      at: ingress.port.at,
      label: `\`${member.service.name}\` is published here${ingress.from === 'host' ? ', to this machine only' : ''}`,
    })),
  );
}

/** At most so many places that a screen can hold them; the last one says what was left out. */
export function capped(places: readonly Place[]): readonly Place[] {
  const last = places[MAX_RELATED - 1];
  if (places.length <= MAX_RELATED || !last) return places;
  return [
    ...places.slice(0, MAX_RELATED - 1),
    { at: last.at, label: `and ${count(places.length - MAX_RELATED + 1, 'more place')}` },
  ];
}
