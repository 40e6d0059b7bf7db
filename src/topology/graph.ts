/** The topology as a machine reads it: the contract of `graph --format json`, as plain data. */
import { positionAt } from '../source/text.js';
import type { Origin } from '../source/tree.js';
import { egressOf, hostAccessOf } from './access.js';
import { nameCollisions } from './collisions.js';
import { unintendedPathsOf } from './intent.js';
import { byCodeUnit } from './names.js';
import { reachRows } from './reach.js';
import type {
  ChannelKind,
  ExposureKind,
  FlowKind,
  Reach,
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
  readonly name: string;
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
  readonly shown?: Shown;
}

type Shown = (text: string) => string;

const AS_IT_IS: Shown = (text) => text;

export function graphOf(topology: Topology, { pairs, shown = AS_IT_IS }: GraphOptions = { pairs: true }): Graph {
  const names = [...topology.members.keys()].sort(byCodeUnit);
  const byService = (holds: (service: string) => boolean) =>
    Object.fromEntries(names.map((name): [string, boolean] => [shown(name), holds(name)]));
  return {
    schemaVersion: 1,
    engine: { line: topology.engine.line, mode: topology.engine.mode },
    project: shown(topology.project.name),
    files: topology.project.files.map((file) => shown(file.path)),
    services: names.flatMap((name) => serviceOf(topology, name, shown)),
    networks: networksOf(topology, shown),
    ...(pairs ? { reach: { [Symbol.iterator]: () => rowsOf(topology, shown) } } : {}),
    egress: byService((name) => egressOf(topology, name).holds),
    host: byService((name) => hostAccessOf(topology, name).holds),
    ingress: ingressOf(topology, shown),
    exposures: exposuresOf(topology, names, shown),
    openNetworks: sorted(
      [...topology.segments.values()].filter((segment) => segment.open).map(({ key }) => shown(key)),
    ),
    channels: topology.channels.map(({ kind, from, to, host, through }) => ({
      kind,
      from: from.map(shown),
      to: to.map(shown),
      host,
      through: shown(through),
    })),
    collisions: nameCollisions(topology).map(({ name, engineName, services }) => ({
      name: shown(name),
      network: shown(topology.segments.get(engineName)?.key ?? engineName),
      services: services.map(shown),
    })),
    flows: flowsOf(topology, shown),
    ...(pairs ? { unintended: { [Symbol.iterator]: () => unintendedOf(topology, names, shown) } } : {}),
  };
}

function sorted(names: readonly string[]): readonly string[] {
  return [...names].sort(byCodeUnit);
}

/** One row of the contract; `evidence` stays behind. */
export function rowOf({ from, to, via, names }: Reach, shown: Shown = AS_IT_IS): GraphReach {
  const ways = via.map(({ kind, network, ports }) => ({
    kind,
    ...(network === undefined ? {} : { network: shown(network) }),
    ports,
  }));
  return { from: shown(from), to: shown(to), via: ways, names: names.map(shown) };
}

function* rowsOf(topology: Topology, shown: Shown): Generator<GraphReach> {
  for (const reach of reachRows(topology)) yield rowOf(reach, shown);
}

function serviceOf(topology: Topology, name: string, shown: Shown): readonly GraphService[] {
  const member = topology.members.get(name);
  if (member === undefined) return [];
  const { role } = member;
  const networks = member.endpoints.map(({ engineName, networkKey, aliases }) => {
    const segment = topology.segments.get(engineName);
    const { internal = false, external = true } = segment ?? {};
    return { key: shown(networkKey), engineName: shown(engineName), aliases: aliases.map(shown), internal, external };
  });
  return [
    {
      name: shown(name),
      role: role.role,
      tier: role.tier,
      roleConfidence: role.confidence,
      roleEvidence: role.evidence.map((evidence) => shown(evidence.text)),
      namespace: shown(member.namespace),
      networks: networks.sort((a, b) => byCodeUnit(a.key, b.key) || byCodeUnit(a.engineName, b.engineName)),
    },
  ];
}

function networksOf(topology: Topology, shown: Shown): readonly GraphNetwork[] {
  const inhabitants = new Map(topology.namespaces.map((namespace) => [namespace.id, namespace.services]));
  return [...topology.segments.values()]
    .map(({ key, engineName, driver, internal, external, icc, endpoints }) => ({
      key: shown(key),
      engineName: shown(engineName),
      driver: shown(driver),
      internal,
      external,
      icc,
      services: sorted(endpoints.flatMap((endpoint) => inhabitants.get(endpoint.namespace) ?? []).map(shown)),
    }))
    .sort((a, b) => byCodeUnit(a.key, b.key) || byCodeUnit(a.engineName, b.engineName));
}

function ingressOf(topology: Topology, shown: Shown): readonly GraphIngress[] {
  const entries: GraphIngress[] = [];
  for (const [name, member] of topology.members) {
    for (const { service, target, published, hostIp, from } of member.ingress) {
      if (service !== name) continue;
      entries.push({ service: shown(service), target: target ?? null, published, hostIp, from });
    }
  }
  return entries.sort(
    (a, b) =>
      byCodeUnit(a.service, b.service) ||
      (a.target ?? 0) - (b.target ?? 0) ||
      (a.published ?? 0) - (b.published ?? 0) ||
      byCodeUnit(a.hostIp, b.hostIp),
  );
}

function exposuresOf(topology: Topology, names: readonly string[], shown: Shown): readonly GraphExposure[] {
  return names.flatMap((service) =>
    (topology.members.get(service)?.exposures ?? []).map(({ kind, from, ports, network }) => ({
      service: shown(service),
      kind,
      from,
      ports,
      ...(network === undefined ? {} : { network: shown(network) }),
    })),
  );
}

function flowsOf(topology: Topology, shown: Shown): readonly GraphFlow[] {
  return topology.flows
    .map(({ from, to, port, evidence }) => ({
      from: shown(from),
      to: shown(to),
      ...(port === undefined ? {} : { port }),
      evidence: evidence.map(({ kind, at }) => ({ kind, ...placeOf(at), file: shown(at.source.path) })),
    }))
    .sort((a, b) => byCodeUnit(a.from, b.from) || byCodeUnit(a.to, b.to) || (a.port ?? 0) - (b.port ?? 0));
}

export interface PlaceInFile {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function placeOf(at: Origin): PlaceInFile {
  return { file: at.source.path, ...positionAt(at.source, at.start) };
}

function* unintendedOf(topology: Topology, services: readonly string[], shown: Shown): Generator<GraphUnintended> {
  for (const paths of unintendedPathsOf(topology, services)) {
    yield* paths
      .map(({ from, to, segment }) => ({
        from: shown(from.service.name),
        to: shown(to.service.name),
        network: shown(segment.key),
      }))
      .sort((a, b) => byCodeUnit(a.to, b.to) || byCodeUnit(a.network, b.network));
  }
}
