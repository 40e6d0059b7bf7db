/** What the rules on isolation ask about services: where an attacker of one stands, who is meant to talk to whom. */
import type { Service } from '../compose/project.js';
import { child, type Scalar, type Tree } from '../source/tree.js';
import type { ImageFamily } from '../topology/images/family.js';
import { findImage } from '../topology/images/find-image.js';
import { membersBySegment, namespaceOf } from '../topology/indices.js';
import { intentOf, isFront } from '../topology/intent.js';
import { knownText } from '../topology/names.js';
import type { Ingress, Member, Role, Segment, Topology } from '../topology/topology.js';
import type { Place } from './rule.js';
import { STANDPOINTS, type Standpoint } from './rule.js';

export function isClient(topology: Topology, from: string, to: string): boolean {
  return intentOf(topology).clientsOf.get(to)?.has(from) ?? false;
}

export function hasKnownClients(topology: Topology, service: string): boolean {
  return (intentOf(topology).clientsOf.get(service)?.size ?? 0) > 0;
}

export function isStore(member: Member): boolean {
  return member.role.tier === 'data';
}

/** Whether users, or attackers, meet this service first. */
export function isEntry(member: Member): boolean {
  return member.entry || isFront(member.role.role);
}

export function standpointOf(member: Member): Standpoint {
  const from = new Set(member.exposures.map((exposure) => exposure.from));
  if (from.has('lan') || from.has('internet')) return 'outside';
  if (from.has('peers')) return 'peers';
  return isEntry(member) ? 'machine' : 'inside';
}

/** The one nearest to the outside. */
export function nearest(members: readonly Member[]): Standpoint {
  const found = new Set(members.map(standpointOf));
  return STANDPOINTS.find((standpoint) => found.has(standpoint)) ?? 'inside';
}

/** The catalogue's row for the image, also of one that is built here under a known name. */
export function familyOf(member: Member): ImageFamily | undefined {
  const image = knownText(member.service.image);
  return image === undefined || member.service.build ? undefined : findImage(image)?.family;
}

const NOUNS: Readonly<Record<Role, string>> = {
  edge: 'an edge',
  frontend: 'a frontend',
  app: 'an application',
  worker: 'a worker',
  database: 'a database',
  cache: 'a cache',
  queue: 'a queue',
  storage: 'a store of files',
  admin: 'an administration interface',
  monitoring: 'a monitoring service',
  tunnel: 'a tunnel',
  other: 'a service',
};

export function roleNoun(member: Member): string {
  return NOUNS[member.role.role];
}

/** The ports of its namespace that lead to this very service: of several in one namespace, those it is known for. */
export function ingressTo(topology: Topology, member: Member): readonly Ingress[] {
  const together = namespaceOf(topology, member)?.services.length ?? 1;
  if (together < 2) return member.ingress;
  const known = new Set((familyOf(member)?.ports ?? []).map((port) => Number.parseInt(String(port), 10)));
  return member.ingress.filter(({ target }) => target !== undefined && known.has(target));
}

/** Where a member wrote that it is on one of the segments. */
export function attachments(member: Member, segments: Iterable<Segment>, what: string): readonly Place[] {
  const names = new Set([...segments].map((segment) => segment.engineName));
  return member.endpoints
    .filter(({ engineName }) => names.has(engineName))
    .map(({ at, networkKey }) => ({ at, label: `\`${member.service.name}\` ${what} \`${networkKey}\`` }));
}

/** Segments on which two namespaces meet and may talk. */
export function meetingPoints(topology: Topology, a: Member, b: Member): readonly Segment[] {
  const theirs = new Set(b.endpoints.map(({ engineName }) => engineName));
  return a.endpoints.flatMap(({ engineName }) => {
    const segment = theirs.has(engineName) ? topology.segments.get(engineName) : undefined;
    return segment?.icc ? [segment] : [];
  });
}

/** The members that are attached to a segment, each once, in the order of the files. */
export function membersOn(topology: Topology, { engineName, endpoints }: Segment): readonly Member[] {
  const here = new Set(endpoints.map(({ namespace }) => namespace));
  const members = membersBySegment(topology).get(engineName) ?? [];
  return members.filter((member) =>
    member.endpoints.some((endpoint) => endpoint.engineName === engineName && here.has(endpoint.namespace)),
  );
}

/** The scalars under a key that holds one, or a list of them. */
export function scalarsUnder(tree: Tree | undefined, key: string): readonly Scalar[] {
  const value = child(tree, key);
  if (value?.kind === 'scalar') return [value];
  return value?.kind === 'sequence' ? value.items.filter((item) => item.kind === 'scalar') : [];
}

const fragments = new WeakMap<Topology, boolean>();

/** A piece of a file of which nobody says how it runs: another file must complete it, and may declare what is missing. */
export function isFragment(topology: Topology): boolean {
  const { services, disabledServices } = topology.project;
  const known =
    fragments.get(topology) ??
    [...services, ...disabledServices].some(({ image, build, provider }) => !image && !build && !provider);
  fragments.set(topology, known);
  return known;
}

/** On the default network for want of any other: no line that somebody drew. */
export function isOnDefaultOnly({ endpoints }: Member): boolean {
  return endpoints.every(({ at }) => at.via.some(({ how }) => how === 'default'));
}

/** Of a fragment, a service that names no network may be given one by the file that completes it. */
export function isUnplaced(topology: Topology, member: Member): boolean {
  return member.endpoints.length > 0 && isOnDefaultOnly(member) && isFragment(topology);
}

/** Services of different profiles are alternatives: nobody starts both. */
export function runTogether(a: Service, b: Service): boolean {
  const [left = [], right = []] = [a, b].map(({ profiles }) => profiles.map(({ value }) => String(value)));
  return left.length === 0 || right.length === 0 || left.some((profile) => right.includes(profile));
}

/** The part that somebody wrote of what is shared, not of the machine it is on: a volume's key, or a path from the project. */
export function sharedName(topology: Topology, through: string): string {
  const base = `${topology.project.workingDirectory.replace(/(?<!\/)\/+$/, '')}/`;
  return through.startsWith(base) ? `./${through.slice(base.length)}` : through;
}
