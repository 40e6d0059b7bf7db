/** From projects to topologies: namespaces, networks unified by engine name, endpoints, ways in. */
import type { Network, Project } from '../compose/project.js';
import { inEngineOrder } from './attachments.js';
import { channelsOf } from './channels.js';
import { type Draft, draftOf } from './draft.js';
import { DEFAULT_ENGINE, type EngineProfile } from './engine.js';
import { exposuresOf, ingressOf } from './exposure.js';
import { defaultNames, type NameResolver, readIntentions } from './flows.js';
import { groupsOf } from './groups.js';
import { membersOf, namespacesOf, type Resident } from './members.js';
import { aliasesOf, endpointNames, knownText } from './names.js';
import { type Owner, ownersOf } from './namespaces.js';
import { neighboursIn } from './neighbours.js';
import { openingsOf } from './openings.js';
import { nameResolver } from './resolver.js';
import type { GivenRole } from './roles.js';
import { type Behaviour, behaviourOf, isOpen } from './segments.js';
import type { Endpoint, Segment, Topology } from './topology.js';

export interface AnalyzeOptions {
  readonly engine?: Partial<EngineProfile>;
  /** Roles that somebody gave to services of a project. */
  readonly roles?: (project: Project) => GivenRole | undefined;
  /** Who is a group: projects that share networks (the default), or all, which see each other's ports on their host. */
  readonly grouped?: 'by-network' | 'by-host';
}

/** The topology of one project, as if nothing else ran on the host. */
export function analyzeTopology(project: Project, options: AnalyzeOptions = {}): Topology {
  const [topology] = analyzeTopologies([project], options);
  if (topology === undefined) throw new Error('a project has a topology');
  return topology;
}

/** The topologies of projects that run side by side, in the same order: their networks unify by engine name. */
export function analyzeTopologies(projects: readonly Project[], options: AnalyzeOptions = {}): readonly Topology[] {
  const engine = { ...DEFAULT_ENGINE, ...options.engine };
  const owners = ownersOf(projects, engine);
  const drafts = projects.map((project, index) =>
    draftOf(project, index, owners[index] ?? new Map(), engine, options.roles?.(project)),
  );
  const topologies: Topology[] = [];
  const links = options.grouped === 'by-host' ? drafts.map(() => ['host']) : drafts.map((draft) => draft.links);
  for (const group of groupsOf(links)) {
    const members = group.flatMap((index) => drafts[index] ?? []);
    const built = assemble(members, engine);
    group.forEach((index, position) => {
      const topology = built[position];
      if (topology !== undefined) topologies[index] = topology;
    });
  }
  return topologies;
}

/** What is not running now (no replicas) resolves nothing, but is meant to: by what the files say. */
function names(topology: Topology): NameResolver {
  const resolve = nameResolver(topology);
  const idle = topology.project.services.filter((service) => service.replicas === 0);
  if (idle.length === 0) return resolve;
  const asWritten = defaultNames(topology.project);
  const idleNames = new Set(idle.map((service) => service.name));
  return (consumer, name) =>
    idleNames.has(consumer) || idleNames.has(asWritten(consumer, name) ?? '')
      ? asWritten(consumer, name)
      : resolve(consumer, name);
}

/** A topology whose last parts hang on the others. */
type Later = 'flows' | 'flowsAcross' | 'unresolved' | 'channels';
type Building = Omit<Topology, Later> & { -readonly [Key in Later]: Topology[Key] };

/** Builds the topologies of a group. */
function assemble(drafts: readonly Draft[], engine: EngineProfile): readonly Topology[] {
  const networks = declaredNetworks(drafts);
  const behaviours = new Map<string, Behaviour>();
  for (const [engineName, network] of networks) behaviours.set(engineName, behaviourOf(network, engineName, engine));
  const endpoints = drafts.map((draft, position) => endpointsOf(draft, position, behaviours, engine));
  const everyone = byEngineName(endpoints.flatMap((own) => [...own.values()]));
  const external = drafts.flatMap((draft) => draft.project.networks.filter((network) => network.external));
  const shared = new Set(external.map((network) => network.engineName));
  const segments = drafts.map((draft, position) =>
    segmentsOf(draft, endpoints[position] ?? new Map(), { networks, behaviours, everyone, shared }),
  );
  const positions = new Map(drafts.map((draft, position) => [draft.index, position]));
  const topologies: Building[] = [];
  const residents = drafts.map((draft, position) =>
    residentsOf(draft, endpoints[position], segments[position], engine),
  );
  drafts.forEach((draft, position) => {
    const find = (owner: Owner): Resident | undefined =>
      owner.kind === 'service' ? residents[positions.get(owner.project) ?? -1]?.get(owner.service) : undefined;
    const topology: Building = {
      project: draft.project,
      engine,
      members: membersOf(draft, find),
      namespaces: namespacesOf(draft),
      segments: segments[position] ?? new Map(),
      flows: [],
      flowsAcross: [],
      unresolved: [],
      channels: [],
      ...(drafts.length > 1 ? { group: topologies } : {}),
    };
    topology.channels = channelsOf(topology);
    topologies.push(topology);
  });
  // Names may lead to another project, so all of them must stand.
  const neighboursOf = neighboursIn(topologies);
  topologies.forEach((topology, position) => {
    const roles = drafts[position]?.roles ?? new Map();
    Object.assign(topology, readIntentions(topology.project, names(topology), roles, neighboursOf(topology)));
  });
  return topologies;
}

/** For each engine name the declaration that decides: the first that is not external. */
function declaredNetworks(drafts: readonly Draft[]): ReadonlyMap<string, Network | undefined> {
  const networks = new Map<string, Network | undefined>();
  for (const { table, places } of drafts) {
    for (const [engineName, network] of table.byEngineName) {
      const known = networks.get(engineName);
      if (known === undefined || (known.external && !network.external)) networks.set(engineName, network);
    }
    for (const own of places.values()) {
      for (const { engineName } of own) if (!networks.has(engineName)) networks.set(engineName, undefined);
    }
  }
  return networks;
}

function endpointsOf(
  draft: Draft,
  position: number,
  behaviours: ReadonlyMap<string, Behaviour>,
  engine: EngineProfile,
): ReadonlyMap<string, readonly Endpoint[]> {
  const endpoints = new Map<string, readonly Endpoint[]>();
  for (const service of draft.project.services) {
    const places = draft.places.get(service.name);
    if (places === undefined) continue;
    endpoints.set(
      service.name,
      inEngineOrder(places, behaviours, engine).map((place) => ({
        namespace: service.name,
        project: position,
        engineName: place.engineName,
        service: service.name,
        networkKey: place.networkKey,
        at: place.at,
        names: behaviours.get(place.engineName)?.names
          ? endpointNames(draft.project, service, place.attachment, engine)
          : [],
        aliases: aliasesOf(place.attachment),
        addresses: [place.attachment?.ipv4Address, place.attachment?.ipv6Address].flatMap((ip) => knownText(ip) ?? []),
      })),
    );
  }
  return endpoints;
}

function byEngineName(lists: Iterable<readonly Endpoint[]>): ReadonlyMap<string, readonly Endpoint[]> {
  const found = new Map<string, Endpoint[]>();
  for (const list of lists) {
    for (const endpoint of list) {
      const known = found.get(endpoint.engineName);
      if (known) known.push(endpoint);
      else found.set(endpoint.engineName, [endpoint]);
    }
  }
  return found;
}

/** What the projects of a group have in common. */
interface Shared {
  readonly networks: ReadonlyMap<string, Network | undefined>;
  readonly behaviours: ReadonlyMap<string, Behaviour>;
  readonly everyone: ReadonlyMap<string, readonly Endpoint[]>;
  /** Engine names that some project uses as external. */
  readonly shared: ReadonlySet<string>;
}

function segmentsOf(
  draft: Draft,
  endpoints: ReadonlyMap<string, readonly Endpoint[]>,
  landscape: Shared,
): ReadonlyMap<string, Segment> {
  const keys = new Map<string, string>();
  for (const network of draft.project.networks) {
    if (!keys.has(network.engineName)) keys.set(network.engineName, network.key);
  }
  for (const own of draft.places.values()) {
    for (const place of own) if (!keys.has(place.engineName)) keys.set(place.engineName, place.networkKey);
  }
  const own = byEngineName(endpoints.values());
  const segments = new Map<string, Segment>();
  for (const [engineName, key] of keys) {
    const behaviour = landscape.behaviours.get(engineName);
    if (behaviour === undefined || isBuiltIn(engineName, landscape.networks.get(engineName))) continue;
    const network = landscape.networks.get(engineName);
    segments.set(engineName, {
      engineName,
      key,
      network,
      ...behaviour,
      external: draft.table.byEngineName.get(engineName)?.external ?? true,
      open: isOpen(behaviour, network) || landscape.shared.has(engineName),
      endpoints: own.get(engineName) ?? [],
      everyone: landscape.everyone.get(engineName) ?? [],
    });
  }
  return segments;
}

/** The Engine's `host` and `none` are no networks to meet on. */
function isBuiltIn(engineName: string, network: Network | undefined): boolean {
  return (engineName === 'host' || engineName === 'none') && network?.external !== false;
}

function residentsOf(
  draft: Draft,
  endpoints: ReadonlyMap<string, readonly Endpoint[]> | undefined,
  segments: ReadonlyMap<string, Segment> | undefined,
  engine: EngineProfile,
): ReadonlyMap<string, Resident> {
  const residents = new Map<string, Resident>();
  const segmentOf = (endpoint: Endpoint) => segments?.get(endpoint.engineName);
  for (const service of draft.project.services) {
    const own = endpoints?.get(service.name);
    if (own === undefined) continue;
    const openings = openingsOf(service, own, segmentOf, engine);
    const inhabited = { service, endpoints: own, openings };
    const ingress = ingressOf(inhabited, engine);
    residents.set(service.name, {
      endpoints: own,
      ingress,
      routed: openings.routed,
      exposures: exposuresOf(inhabited, ingress, segmentOf, engine),
    });
  }
  return residents;
}
