/** What the two rules on tiers have in common: how unintended paths to the data tier become a finding. */
import { count, joinNames } from '../source/words.js';
import { intentOf, type UnintendedPath } from '../topology/intent.js';
import type { Confidence, Member, Segment, Topology } from '../topology/topology.js';
import type { Persona, Place, Severity } from './rule.js';

/** More related places than this are counted in the message, not listed. */
const MAX_RELATED = 24;

const CONFIDENCES: readonly Confidence[] = ['low', 'medium', 'high'];

/** The paths of one cause: services that should not reach stores, through one segment. */
export interface PathGroup {
  readonly segment: Segment;
  readonly culprits: readonly Member[];
  readonly stores: readonly Member[];
  /** The services that do need the stores, in the order of the files; empty where none is known. */
  readonly clients: readonly string[];
  /** Whether a culprit faces the outside at all. */
  readonly entry: boolean;
  /** Whether a culprit is published beyond this machine. */
  readonly published: boolean;
  readonly confidence: Confidence;
}

/**
 * Where entries are among the culprits the bystanders are left out: the entry is what matters, and the layout that
 * removes its path removes theirs.
 */
export function groupPaths(topology: Topology, segment: Segment, all: readonly UnintendedPath[]): PathGroup {
  const entries = all.filter((path) => path.standing === 'entry');
  const paths = entries.length > 0 ? entries : all;
  const culprits = [...new Set(paths.map((path) => path.from))];
  const stores = [...new Set(paths.map((path) => path.to))];
  return {
    segment,
    culprits,
    stores,
    clients: clientsOf(topology, stores),
    entry: entries.length > 0,
    published: culprits.some((member) => member.ingress.some((ingress) => ingress.from === 'lan')),
    confidence: paths.reduce<Confidence>(
      (best, path) => (CONFIDENCES.indexOf(path.confidence) > CONFIDENCES.indexOf(best) ? path.confidence : best),
      'low',
    ),
  };
}

function clientsOf(topology: Topology, stores: readonly Member[]): readonly string[] {
  const intent = intentOf(topology);
  const names = new Set<string>();
  for (const store of stores) for (const client of intent.clientsOf.get(store.service.name) ?? []) names.add(client);
  for (const store of stores) names.delete(store.service.name);
  return [...topology.members.keys()].filter((name) => names.has(name));
}

/** `worst` holds for an entry that is published beyond this machine; each step inwards takes one grade off. */
export function grade(
  group: PathGroup,
  worst: readonly [Severity, Severity, Severity],
): { readonly severity: Severity; readonly confidence: Confidence; readonly persona: Persona } {
  const steps = group.published ? 0 : group.entry ? 1 : 2;
  return {
    severity: worst[steps],
    confidence: group.confidence,
    // Bystanders first have to be taken over from inside: worth knowing, not worth a review's time.
    persona: group.entry && group.confidence !== 'low' ? 'regular' : 'pedantic',
  };
}

export function quoted(members: readonly Member[], most = 3): string {
  return joinNames(namesOf(members), most);
}

export function namesOf(members: readonly Member[]): readonly string[] {
  return members.map((member) => member.service.name);
}

/** `, though only \`api\` needs \`db\``, or nothing where no client is known. */
export function needClause({ clients, stores }: PathGroup): string {
  if (clients.length === 0) return '';
  return `, though only ${joinNames(clients, 4)} ${clients.length === 1 ? 'needs' : 'need'} ${stores.length === 1 ? 'it' : 'them'}`;
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
