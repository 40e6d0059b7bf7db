/** The topology as a machine reads it: the contract of `graph --format json`, as plain data. */
import { channelsAcross, ownChannels } from './channels-across.js';
import { nameCollisions } from './collisions.js';
import { channelOf, type GraphPart, partOf, rowOf } from './graph-part.js';
import { inProjects, type Spoken } from './graph-words.js';
import { unintendedPathsOf } from './intent.js';
import { nameOf } from './landscape.js';
import { byCodeUnit } from './names.js';
import { pathsAcross } from './paths-across.js';
import { reachFrom, reachRows } from './reach.js';
import type {
  ChannelKind,
  ExposureKind,
  FlowKind,
  ReachKind,
  Role,
  RoleAssignment,
  Tier,
  Topology,
} from './topology.js';

export interface Graph {
  readonly schemaVersion: 1;
  readonly engine: { readonly line: string; readonly mode: 'compose' | 'swarm' };
  readonly project: string;
  readonly files: readonly string[];
  readonly services: readonly GraphService[];
  readonly networks: readonly GraphNetwork[];
  /** Each ordered pair of which one can connect to the other or resolve its name; worked out while it is read. */
  readonly reach?: Iterable<GraphReach>;
  /** By service: whether it can open a connection to a machine outside of the host. */
  readonly egress: Readonly<Record<string, boolean>>;
  /** By service: whether it can open a connection to the host. */
  readonly host: Readonly<Record<string, boolean>>;
  readonly ingress: readonly GraphIngress[];
  /** Every way in, published ports included. */
  readonly exposures: readonly GraphExposure[];
  /** Keys of the networks on which unknown containers or machines may be. */
  readonly openNetworks: readonly string[];
  readonly channels: readonly GraphChannel[];
  readonly collisions: readonly {
    readonly name: string;
    readonly network: string;
    readonly services: readonly string[];
  }[];
  readonly flows: readonly GraphFlow[];
  /** A list of pairs, too, and like `reach` worked out while it is read. */
  readonly unintended?: Iterable<GraphUnintended>;
}

/** A path to the data tier that a network opens and that nothing in the project needs. */
export interface GraphUnintended {
  readonly from: string;
  readonly to: string;
  readonly network: string;
}

export interface GraphService {
  /** That of another project than the first is `PROJECT/SERVICE`. */
  readonly name: string;
  /** Of several with one name, the second is `NAME#2`. */
  readonly project: string;
  readonly role: Role;
  readonly tier: Tier;
  readonly roleConfidence: RoleAssignment['confidence'];
  readonly roleEvidence: readonly string[];
  readonly namespace: string;
  readonly networks: readonly {
    readonly key: string;
    readonly engineName: string;
    readonly aliases: readonly string[];
    readonly internal: boolean;
    readonly external: boolean;
  }[];
}

export interface GraphNetwork {
  readonly key: string;
  readonly engineName: string;
  readonly driver: string;
  readonly internal: boolean;
  readonly external: boolean;
  readonly icc: boolean;
  readonly services: readonly string[];
}

export interface GraphReach {
  readonly from: string;
  readonly to: string;
  readonly via: readonly {
    readonly kind: ReachKind;
    readonly network?: string;
    readonly ports: 'all' | readonly number[];
  }[];
  readonly names: readonly string[];
}

export interface GraphIngress {
  readonly service: string;
  /** `null` where it hangs on a variable that is not set. */
  readonly target: number | null;
  readonly published: number | null;
  readonly hostIp: string;
  readonly from: 'host' | 'lan';
}

export interface GraphExposure {
  readonly service: string;
  readonly kind: ExposureKind;
  readonly from: 'host' | 'lan' | 'internet' | 'peers';
  readonly ports: 'all' | readonly number[];
  readonly network?: string;
}

export interface GraphChannel {
  readonly kind: ChannelKind;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly host: boolean;
  readonly through: string;
}

export interface GraphFlow {
  readonly from: string;
  readonly to: string;
  readonly port?: number;
  /** Whether the networks let it through. */
  readonly open: boolean;
  readonly evidence: readonly {
    readonly kind: FlowKind;
    readonly file: string;
    readonly line: number;
    readonly column: number;
  }[];
}

export interface GraphOptions {
  /** Whether to list pairs (`reach`, `unintended`); their number grows with the square of the services. */
  readonly pairs: boolean;
  /** How a name, a path or another text of the project is written; as it is by default. */
  readonly shown?: (text: string) => string;
  /** Projects that were given with it, which share networks with it or not: what they have is listed, too. */
  readonly others?: readonly Topology[];
}

/** Seen from the first project: its names are as it writes them. */
export function graphOf(
  topology: Topology,
  { pairs, shown = (text) => text, others = [] }: GraphOptions = { pairs: true },
): Graph {
  const projects = inProjects([topology, ...others], shown);
  const parts = projects.map(({ topology: each, words }) => partOf(each, words));
  const all = <Item>(listOf: (part: GraphPart) => readonly Item[]) => parts.flatMap(listOf);
  const merged = <Value>(valuesOf: (part: GraphPart) => Readonly<Record<string, Value>>) =>
    Object.fromEntries(all((part) => Object.entries(valuesOf(part))).sort(([a], [b]) => byCodeUnit(a, b)));
  return {
    schemaVersion: 1,
    engine: { line: topology.engine.line, mode: topology.engine.mode },
    project: shown(topology.project.name),
    files: [...new Set(all(({ files }) => files))],
    services: all(({ services }) => services).sort((a, b) => byCodeUnit(a.name, b.name)),
    networks: networksOf(all(({ networks }) => networks)),
    ...(pairs ? { reach: { [Symbol.iterator]: () => rowsOf(projects) } } : {}),
    egress: merged(({ egress }) => egress),
    host: merged(({ host }) => host),
    ingress: all(({ ingress }) => ingress).sort(
      (a, b) =>
        byCodeUnit(a.service, b.service) ||
        (a.target ?? 0) - (b.target ?? 0) ||
        (a.published ?? 0) - (b.published ?? 0) ||
        byCodeUnit(a.hostIp, b.hostIp),
    ),
    exposures: all(({ exposures }) => exposures).sort((a, b) => byCodeUnit(a.service, b.service)),
    openNetworks: [...new Set(all(({ openNetworks }) => openNetworks))].sort(byCodeUnit),
    channels: channelsOf(projects),
    collisions: collisionsOf(projects),
    flows: flowsOf(all(({ flows }) => flows)),
    ...(pairs ? { unintended: { [Symbol.iterator]: () => unintendedOf(projects) } } : {}),
  };
}

/** One that several projects are on is told once, as the first of them sees it. */
function networksOf(networks: readonly GraphNetwork[]): readonly GraphNetwork[] {
  const found = new Map<string, GraphNetwork>();
  for (const network of networks) {
    const known = found.get(network.engineName);
    const services = [...(known?.services ?? []), ...network.services].sort(byCodeUnit);
    found.set(network.engineName, { ...(known ?? network), services });
  }
  return [...found.values()].sort((a, b) => byCodeUnit(a.key, b.key) || byCodeUnit(a.engineName, b.engineName));
}

/** Each project's, then those between projects. */
function channelsOf(projects: readonly Spoken[]): readonly GraphChannel[] {
  const [first] = projects;
  const across = first && projects.length > 1 ? channelsAcross(first.topology) : [];
  return [
    ...projects.flatMap(({ topology, words }) => ownChannels(topology, across).map((each) => channelOf(each, words))),
    ...(first ? across.map((each) => channelOf(each, first.words)) : []),
  ];
}

/** Projects that share a network each know of its collisions: the first of them tells. */
function collisionsOf(projects: readonly Spoken[]): Graph['collisions'] {
  const told = new Set<string>();
  const collisions = projects.flatMap(({ topology, words }) => {
    const found = nameCollisions(topology, (engineName) => !told.has(engineName));
    for (const engineName of topology.segments.keys()) told.add(engineName);
    return found.map(({ name, engineName, services }) => ({
      name: words.shown(name),
      network: words.engineName(engineName),
      services: services.map(words.service).sort(byCodeUnit),
    }));
  });
  return collisions.sort((a, b) => byCodeUnit(a.network, b.network) || byCodeUnit(a.name, b.name));
}

/** Both projects may speak of a flow between them. */
function flowsOf(flows: readonly GraphFlow[]): readonly GraphFlow[] {
  const found = new Map<string, GraphFlow>();
  for (const flow of flows) {
    const key = JSON.stringify([flow.from, flow.to, flow.port]);
    const known = found.get(key);
    found.set(key, known ? { ...known, evidence: [...known.evidence, ...flow.evidence] } : flow);
  }
  return [...found.values()].sort(
    (a, b) => byCodeUnit(a.from, b.from) || byCodeUnit(a.to, b.to) || (a.port ?? 0) - (b.port ?? 0),
  );
}

function* rowsOf(projects: readonly Spoken[]): Generator<GraphReach> {
  const [first] = projects;
  if (first !== undefined && projects.length === 1) {
    for (const reach of reachRows(first.topology)) yield rowOf(reach, first.words);
    return;
  }
  for (const { topology, words, service } of everybody(projects)) {
    yield* [...reachFrom(topology, service)].map((reach) => rowOf(reach, words)).sort((a, b) => byCodeUnit(a.to, b.to));
  }
}

function* unintendedOf(projects: readonly Spoken[]): Generator<GraphUnintended> {
  const everyone = everybody(projects);
  // A list for each service of a project, in the order that everybody is in; what is common to all is worked out once.
  const listsOf = new Map(
    projects.map(({ topology }) => {
      const own = everyone.filter((each) => each.topology === topology).map(({ service }) => service);
      return [topology, unintendedPathsOf(topology, own)];
    }),
  );
  for (const { topology, words, service } of everyone) {
    const next = listsOf.get(topology)?.next();
    const own = next === undefined || next.done ? [] : next.value;
    const from = words.service(service);
    yield* [
      ...own.map(({ to, segment }) => ({
        from,
        to: words.service(to.service.name),
        network: words.network(segment.key),
      })),
      ...Array.from(pathsAcross(topology, service), ({ to, engineName }) => ({
        from,
        to: words.service(nameOf(topology, to)),
        network: words.engineName(engineName),
      })),
    ].sort((a, b) => byCodeUnit(a.to, b.to) || byCodeUnit(a.network, b.network));
  }
}

/** The services of all, sorted by the names that the graph has for them. */
function everybody(projects: readonly Spoken[]): readonly (Spoken & { readonly service: string })[] {
  return projects
    .flatMap((placed) =>
      [...placed.topology.members.keys()].map((service) => ({
        ...placed,
        service,
        name: placed.words.service(service),
      })),
    )
    .sort((a, b) => byCodeUnit(a.name, b.name));
}
