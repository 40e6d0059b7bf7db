/** Paths to the data tier that a network opens and that nothing in the project needs. */
import { findImage } from './images/find-image.js';
import { KINDS } from './images/kinds.js';
import { membersBySegment } from './indices.js';
import { knownText } from './names.js';
import type { Confidence, Member, Role, Segment, Topology } from './topology.js';

/**
 * `entry`: the service is reachable from outside, or is the front of a project that publishes none; whoever takes it
 * over has the path. `bystander`: an inner service that is no client of the store.
 */
export type Standing = 'entry' | 'bystander';

export interface UnintendedPath {
  readonly from: Member;
  readonly to: Member;
  readonly segment: Segment;
}

/** Those of one service through one segment. Of thousands of fronts and stores, the fronts have one list in common. */
export interface UnintendedPaths {
  readonly from: Member;
  readonly segment: Segment;
  readonly standing: Standing;
  readonly targets: readonly Target[];
}

export interface Target {
  readonly to: Member;
  /** How sure it is that nobody intends the connection. */
  readonly confidence: Confidence;
}

/** Roles that face users and are no client of a store, whether or not the file publishes them. */
export function isFront(role: Role): boolean {
  return role === 'edge' || role === 'frontend' || role === 'tunnel';
}

/** What is intended, by service name: who opens connections to whom. */
export interface Intent {
  /** Whether a front is published; where none is, something in front of the project publishes one that is not. */
  readonly publishedFront: boolean;
  readonly clientsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly targetsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Stores that some application shares a network with: of any other, whoever is there may be the client. */
  readonly within: ReadonlySet<string>;
  /** Services in one namespace with an application, which may be the client of a store that has none. */
  readonly accompanied: ReadonlySet<string>;
  /** Images of the clients, by store. Without those that say nothing of what runs in them. */
  readonly imagesOf: ReadonlyMap<string, ReadonlySet<string>>;
}

const intents = new WeakMap<Topology, Intent>();

/** Services that share a network namespace open connections from one address, so what one intends all of them can. */
export function intentOf(topology: Topology): Intent {
  const known = intents.get(topology);
  if (known) return known;
  const intent = readIntent(topology);
  intents.set(topology, intent);
  return intent;
}

function readIntent(topology: Topology): Intent {
  const together = new Map<string, readonly string[]>();
  for (const namespace of topology.namespaces)
    for (const service of namespace.services) together.set(service, namespace.services);
  const groupOf = (service: string): readonly string[] => {
    const group = together.get(service) ?? [service];
    together.set(service, group);
    return group;
  };
  const clients = new Map<Group, Set<Group>>();
  const targets = new Map<Group, Set<Group>>();
  for (const flow of topology.flows) {
    const [from, to] = [groupOf(flow.from), groupOf(flow.to)];
    add(clients, to, from);
    add(targets, from, to);
  }
  const [clientsOf, targetsOf] = [byService(clients), byService(targets)];
  const publishedFront = [...topology.members.values()].some(({ entry, role }) => entry && isFront(role.role));
  return {
    publishedFront,
    clientsOf,
    targetsOf,
    within: storesWithin(topology),
    accompanied: besideApplications(topology),
    imagesOf: imagesBy(topology, clientsOf),
  };
}

function storesWithin(topology: Topology): ReadonlySet<string> {
  const found = new Set<string>();
  for (const peers of membersBySegment(topology).values()) {
    if (!peers.some(({ role }) => role.tier === 'app')) continue;
    for (const { role, service } of peers) if (role.tier === 'data') found.add(service.name);
  }
  return found;
}

function besideApplications({ members, namespaces }: Topology): ReadonlySet<string> {
  const isApplication = (name: string): boolean => {
    const role = members.get(name)?.role;
    return role?.tier === 'app' && !isFront(role.role);
  };
  const shared = namespaces.filter(({ services }) => services.length > 1 && services.some(isApplication));
  return new Set(shared.flatMap(({ services }) => services));
}

function imagesBy(
  topology: Topology,
  clientsOf: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  // The stores of one namespace have their clients in common.
  const images = new Map<ReadonlySet<string>, ReadonlySet<string>>();
  for (const [store, clients] of clientsOf) {
    const known = images.get(clients) ?? imagesOf(topology, clients);
    images.set(clients, known);
    found.set(store, known);
  }
  return found;
}

function imagesOf({ members }: Topology, services: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...services].flatMap((service) => ownImage(members.get(service)) ?? []));
}

/** An image that is made for one program, which then runs wherever it is used. */
function ownImage(member: Member | undefined): string | undefined {
  const image = knownText(member?.service.image);
  if (image === undefined) return undefined;
  const kind = findImage(image)?.family.kind;
  return kind !== undefined && KINDS[kind].role === undefined ? undefined : image;
}

/** The services of one namespace. */
type Group = readonly string[];

function add<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

/** Services of one namespace have one set in common: there may be thousands of them. */
function byService(groups: ReadonlyMap<Group, ReadonlySet<Group>>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const [group, others] of groups) {
    const services = new Set([...others].flat());
    for (const service of group) found.set(service, services);
  }
  return found;
}

/** In the order of segments, then of the files; a pair that shares several networks is listed for each. */
export function* unintendedPaths(topology: Topology): Generator<UnintendedPaths> {
  const members = membersBySegment(topology);
  for (const [engineName, segment] of topology.segments) {
    const peers = members.get(engineName) ?? [];
    const pathsFrom = judgeOf(segment, peers, intentOf(topology));
    for (const from of peers) {
      const paths = pathsFrom(from);
      if (paths.targets.length > 0) yield paths;
    }
  }
}

/** The same paths by the service that has them, in the given order; the list of all may not fit into memory. */
export function* unintendedPathsOf(
  topology: Topology,
  services: Iterable<string>,
): Generator<readonly UnintendedPath[]> {
  const judges = new Map<string, (from: Member) => UnintendedPaths>();
  for (const [engineName, peers] of membersBySegment(topology)) {
    const segment = topology.segments.get(engineName);
    if (segment) judges.set(engineName, judgeOf(segment, peers, intentOf(topology)));
  }
  for (const service of services) {
    const from = topology.members.get(service);
    yield (from?.endpoints ?? []).flatMap(({ engineName }) => {
      const paths = from && judges.get(engineName)?.(from);
      return paths ? paths.targets.map(({ to }) => ({ from, to, segment: paths.segment })) : [];
    });
  }
}

/** Says whom a service on the segment reaches there without need. */
function judgeOf(segment: Segment, peers: readonly Member[], intent: Intent): (from: Member) => UnintendedPaths {
  // Where the network forbids its members to talk to each other, sharing it opens nothing.
  const stores = segment.icc ? peers.filter((member) => member.role.tier === 'data') : [];
  const wanted = stores.filter(({ service }) => intent.clientsOf.get(service.name)?.size);
  const storeNamespaces = new Set(stores.map(({ namespace }) => namespace));
  const known = new Map<string, readonly Target[]>();
  return (from) => {
    const { name } = from.service;
    const front = isFront(from.role.role);
    const standing: Standing = from.entry || (front && !intent.publishedFront) ? 'entry' : 'bystander';
    // A store that is published itself is a matter of its own port, not of its peers.
    if (stores.length === 0 || from.role.tier === 'data') return { from, segment, standing, targets: [] };
    const sure = front && from.role.confidence !== 'low';
    const work = () => targetsOf(from, sure ? stores : wanted, intent);
    const isRelated = intent.targetsOf.has(name) || intent.clientsOf.has(name) || storeNamespaces.has(from.namespace);
    if (isRelated) return { from, segment, standing, targets: work() };
    // Of a stranger to all of the flows, no more than this is asked below.
    const { entry, role } = from;
    const key = JSON.stringify([front, sure, entry, role.tier, intent.accompanied.has(name), ownImage(from)]);
    const targets = known.get(key) ?? work();
    known.set(key, targets);
    return { from, segment, standing, targets };
  };
}

/** Where a service is no sure front, `stores` without clients need not be among them. */
function targetsOf(from: Member, stores: readonly Member[], intent: Intent): readonly Target[] {
  return stores.flatMap((to): readonly Target[] => {
    if (from.namespace === to.namespace) return [];
    const clients = intent.clientsOf.get(to.service.name);
    // Networks have no direction: where the store itself calls, no layout can keep the two apart.
    const called = intent.targetsOf.get(to.service.name);
    if (clients?.has(from.service.name) || called?.has(from.service.name)) return [];
    const confidence = certainty(from, to, clients, intent, isFront(from.role.role));
    return confidence ? [{ to, confidence }] : [];
  });
}

/** Whether nobody seems to intend a connection to a store with which the service shares a network, but no flow; operators aside. */
export function isUnneeded(from: Member, to: Member, wanted: boolean, accompanied: boolean): boolean {
  const front = isFront(from.role.role);
  if (to.role.confidence === 'low') return wanted && front;
  if (front && from.role.confidence !== 'low') return wanted || !accompanied;
  return wanted;
}

/**
 * A missing flow is evidence only as far as flows are known at all. A proxy is no client of a database whatever the files
 * say; an application whose connections are all unknown may well be one.
 */
function certainty(
  from: Member,
  to: Member,
  clients: ReadonlySet<string> | undefined,
  intent: Intent,
  front: boolean,
): Confidence | undefined {
  const wanted = (clients?.size ?? 0) > 0;
  if (!isUnneeded(from, to, wanted, intent.accompanied.has(from.service.name))) return undefined;
  if (to.role.confidence === 'low') return 'low';
  if (front && from.role.confidence !== 'low') {
    if (wanted) return 'high';
    return intent.within.has(to.service.name) ? 'medium' : 'low';
  }
  const image = ownImage(from);
  if (image !== undefined && intent.imagesOf.get(to.service.name)?.has(image)) return 'low';
  if (from.role.tier === 'ops') return from.entry ? 'low' : undefined;
  const speaks = (intent.targetsOf.get(from.service.name)?.size ?? 0) > 0;
  return speaks ? 'medium' : 'low';
}
