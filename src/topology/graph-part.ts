/** What one project adds to a graph. */
import { positionAt } from '../source/text.js';
import type { Origin } from '../source/tree.js';
import { egressOf, hostAccessOf } from './access.js';
import type {
  Graph,
  GraphChannel,
  GraphExposure,
  GraphFlow,
  GraphIngress,
  GraphNetwork,
  GraphReach,
  GraphService,
} from './graph.js';
import type { Words } from './graph-words.js';
import { byCodeUnit } from './names.js';
import { reaches } from './reach.js';
import type { Channel, ChannelKind, Flow, Reach, Topology } from './topology.js';

export type GraphPart = Omit<
  Graph,
  'schemaVersion' | 'engine' | 'project' | 'collisions' | 'channels' | 'reach' | 'unintended'
>;

export function partOf(topology: Topology, words: Words): GraphPart {
  const names = [...topology.members.keys()].sort(byCodeUnit);
  const byService = (holds: (service: string) => boolean) =>
    Object.fromEntries(names.map((name): [string, boolean] => [words.service(name), holds(name)]));
  return {
    files: topology.project.files.map((file) => words.shown(file.path)),
    services: names.flatMap((name) => serviceOf(topology, name, words)),
    networks: networksOf(topology, words),
    egress: byService((name) => egressOf(topology, name).holds),
    host: byService((name) => hostAccessOf(topology, name).holds),
    ingress: ingressOf(topology, words),
    exposures: exposuresOf(topology, names, words),
    openNetworks: [...topology.segments.values()]
      .filter((segment) => segment.open)
      .map(({ key }) => words.network(key)),
    flows: [...topology.flows, ...topology.flowsAcross].map((flow) => flowOf(topology, flow, words)),
  };
}

/** `evidence` stays behind. */
export function rowOf({ from, to, via, names }: Reach, words: Words): GraphReach {
  const ways = via.map(({ kind, network, ports }) => ({
    kind,
    ...(network === undefined ? {} : { network: words.network(network) }),
    ports,
  }));
  return { from: words.service(from), to: words.service(to), via: ways, names: names.map(words.shown) };
}

/** Those that go through a network. */
const NETWORK_CHANNELS: ReadonlySet<ChannelKind> = new Set(['net-admin', 'net-raw']);

export function channelOf({ kind, from, to, host, through }: Channel, words: Words): GraphChannel {
  const name = kind === 'socket-proxy' ? words.service : NETWORK_CHANNELS.has(kind) ? words.network : words.shown;
  return { kind, from: from.map(words.service), to: to.map(words.service), host, through: name(through) };
}

function sorted(names: readonly string[]): readonly string[] {
  return [...names].sort(byCodeUnit);
}

function serviceOf(topology: Topology, name: string, words: Words): readonly GraphService[] {
  const member = topology.members.get(name);
  if (member === undefined) return [];
  const { role } = member;
  const networks = member.endpoints.map(({ engineName, networkKey, aliases }) => {
    const segment = topology.segments.get(engineName);
    const { internal = false, external = true } = segment ?? {};
    return {
      key: words.network(networkKey),
      engineName: words.shown(engineName),
      aliases: aliases.map(words.shown),
      internal,
      external,
    };
  });
  return [
    {
      name: words.service(name),
      project: words.project,
      role: role.role,
      tier: role.tier,
      roleConfidence: role.confidence,
      roleEvidence: role.evidence.map((evidence) => words.shown(evidence.text)),
      namespace: words.namespace(member.namespace),
      networks: networks.sort((a, b) => byCodeUnit(a.key, b.key) || byCodeUnit(a.engineName, b.engineName)),
    },
  ];
}

function networksOf(topology: Topology, words: Words): readonly GraphNetwork[] {
  const inhabitants = new Map(topology.namespaces.map((namespace) => [namespace.id, namespace.services]));
  return [...topology.segments.values()].map(({ key, engineName, driver, internal, external, icc, endpoints }) => ({
    key: words.network(key),
    engineName: words.shown(engineName),
    driver: words.shown(driver),
    internal,
    external,
    icc,
    services: sorted(endpoints.flatMap((endpoint) => inhabitants.get(endpoint.namespace) ?? []).map(words.service)),
  }));
}

function ingressOf(topology: Topology, words: Words): readonly GraphIngress[] {
  const entries: GraphIngress[] = [];
  for (const [name, member] of topology.members) {
    for (const { service, target, published, hostIp, from } of member.ingress) {
      if (service !== name) continue;
      entries.push({ service: words.service(service), target: target ?? null, published, hostIp, from });
    }
  }
  return entries;
}

function exposuresOf(topology: Topology, names: readonly string[], words: Words): readonly GraphExposure[] {
  return names.flatMap((service) =>
    (topology.members.get(service)?.exposures ?? []).map(({ kind, from, ports, network }) => ({
      service: words.service(service),
      kind,
      from,
      ports,
      ...(network === undefined ? {} : { network: words.network(network) }),
    })),
  );
}

function flowOf(topology: Topology, { from, to, port, evidence }: Flow, words: Words): GraphFlow {
  return {
    from: words.service(from),
    to: words.service(to),
    ...(port === undefined ? {} : { port }),
    open: reaches(topology, from, to),
    evidence: evidence.map(({ kind, at }) => ({ kind, ...placeOf(at), file: words.shown(at.source.path) })),
  };
}

export interface PlaceInFile {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function placeOf(at: Origin): PlaceInFile {
  return { file: at.source.path, ...positionAt(at.source, at.start) };
}
