/**
 * The compact form of a topology, and of the group it belongs to: namespaces with numbers, networks with the namespaces
 * on them. Everything about pairs is computed from it on demand, so a project needs room for its memberships only.
 */
import { addressBits } from '../compose/ip-address.js';
import { atLeast, DEFAULT_ENGINE, type EngineProfile } from './engine.js';
import { isUnprotected } from './exposure.js';
import { defaultRoutesOf, type Gateways } from './openings.js';
import type { Endpoint, Ingress, Member, Namespace, RoutedPort, Segment, Topology } from './topology.js';

/** A service in the landscape. */
export interface Inhabitant {
  readonly topology: Topology;
  readonly member: Member;
  readonly pod: Pod;
}

/** A network namespace and everybody in it. */
export interface Pod {
  readonly id: number;
  readonly kind: 'service' | 'host' | 'none' | 'container';
  readonly inhabitants: readonly Inhabitant[];
  /** The service whose names, ports and hosts file it has; `undefined` for the host's and for unknown containers. */
  readonly owner: Inhabitant | undefined;
  readonly endpoints: readonly Endpoint[];
  /** By engine name. */
  readonly onSegment: ReadonlyMap<string, Endpoint>;
  /** Those on whose networks the host has an address. */
  readonly hostward: readonly Endpoint[];
  readonly routes: Gateways;
  readonly ingress: readonly Ingress[];
  readonly routed: readonly RoutedPort[];
}

export interface Landscape {
  readonly engine: EngineProfile;
  readonly topologies: readonly Topology[];
  readonly pods: readonly Pod[];
  /** By engine name: one view of it, whichever project's. */
  readonly segments: ReadonlyMap<string, Segment>;
  readonly podsOn: ReadonlyMap<string, readonly Pod[]>;
  /** By engine name, then by name in lower case. */
  readonly namesOn: ReadonlyMap<string, ReadonlyMap<string, readonly Pod[]>>;
  /** For `podAt`. */
  readonly byAddress: ReadonlyMap<string, Pod>;
  /** Namespaces with a port on the host. */
  readonly publishers: readonly Pod[];
  /** Namespaces on a network that lets traffic in from elsewhere. */
  readonly routed: readonly Pod[];
  readonly host: Pod | undefined;
}

const landscapes = new WeakMap<object, Landscape>();
const inhabitants = new WeakMap<Member, Inhabitant>();

export function landscapeOf(topology: Topology): Landscape {
  const key = topology.group ?? topology;
  const known = landscapes.get(key);
  if (known) return known;
  const landscape = survey(topology.group ?? [topology]);
  landscapes.set(key, landscape);
  return landscape;
}

/**
 * The service that a name stands for as seen from a project: its own by their names, those of the others as
 * `PROJECT/SERVICE`, projects of one name being told apart as `PROJECT#2`.
 */
export function inhabitantOf(topology: Topology, name: string): Inhabitant | undefined {
  landscapeOf(topology);
  const own = topology.members.get(name);
  if (own) return inhabitants.get(own);
  const slash = name.indexOf('/');
  if (slash < 0) return undefined;
  const project = name.slice(0, slash);
  const alone = project === topology.project.name ? topology : undefined;
  const other = topology.group ? labelsOf(topology.group).topologies.get(project) : alone;
  const member = other?.members.get(name.slice(slash + 1));
  return member && inhabitants.get(member);
}

/** The inverse of `inhabitantOf`. */
export function nameOf(topology: Topology, inhabitant: Inhabitant): string {
  const service = inhabitant.member.service.name;
  return inhabitant.topology.project === topology.project ? service : `${projectLabel(inhabitant.topology)}/${service}`;
}

/** What the projects of a group are called, and who is called so. */
interface Labels {
  readonly of: ReadonlyMap<Topology['project'], string>;
  readonly topologies: ReadonlyMap<string, Topology>;
}

const labels = new WeakMap<readonly Topology[], Labels>();

/** Its name, or `NAME#2` where a project before it in the group has the same. */
export function projectLabel(topology: Topology): string {
  const known = topology.group && labelsOf(topology.group).of.get(topology.project);
  return known ?? topology.project.name;
}

function labelsOf(group: readonly Topology[]): Labels {
  const known = labels.get(group);
  if (known) return known;
  const seen = new Map<string, number>();
  const named = group.map((topology): [string, Topology] => {
    const { name } = topology.project;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return [count === 1 ? name : `${name}#${count}`, topology];
  });
  const made = { of: new Map(named.map(([label, { project }]) => [project, label])), topologies: new Map(named) };
  labels.set(group, made);
  return made;
}

/** The namespace that has an address, however it is spelled. */
export function podAt({ byAddress }: Landscape, address: string): Pod | undefined {
  return byAddress.get(addressKey(address));
}

function addressKey(address: string): string {
  return addressBits(address) ?? address.toLowerCase();
}

function survey(topologies: readonly Topology[]): Landscape {
  const segments = new Map<string, Segment>();
  for (const topology of topologies) {
    for (const [engineName, segment] of topology.segments) {
      if (!segments.has(engineName)) segments.set(engineName, segment);
    }
  }
  const engine = topologies[0]?.engine ?? DEFAULT_ENGINE;
  const pods = podsOf(topologies, segments, engine);
  const podsOn = new Map<string, Pod[]>();
  const namesOn = new Map<string, Map<string, Pod[]>>();
  const byAddress = new Map<string, Pod>();
  for (const pod of pods) {
    for (const endpoint of pod.endpoints) {
      add(podsOn, endpoint.engineName, pod);
      const names = namesOn.get(endpoint.engineName) ?? new Map<string, Pod[]>();
      namesOn.set(endpoint.engineName, names);
      for (const name of new Set(endpoint.names.map((name) => name.toLowerCase()))) add(names, name, pod);
      for (const address of endpoint.addresses) byAddress.set(addressKey(address), pod);
    }
  }
  const letsIn = (endpoint: Endpoint) => {
    const segment = segments.get(endpoint.engineName);
    return segment !== undefined && isUnprotected(segment) && atLeast(engine, 29);
  };
  return {
    engine,
    topologies,
    pods,
    segments,
    podsOn,
    namesOn,
    byAddress,
    publishers: pods.filter((pod) => pod.ingress.length > 0),
    // Rules between bridges held such traffic back before Engine 28, and that of unprotected networks before Engine 29.
    routed: pods.filter((pod) => (pod.routed.length > 0 && atLeast(engine, 28)) || pod.endpoints.some(letsIn)),
    host: pods.find((pod) => pod.kind === 'host'),
  };
}

function podsOf(
  topologies: readonly Topology[],
  segments: ReadonlyMap<string, Segment>,
  engine: EngineProfile,
): readonly Pod[] {
  const segmentOf = ({ engineName }: Endpoint) => segments.get(engineName);
  interface Growing extends Pod {
    readonly inhabitants: Inhabitant[];
    owner: Inhabitant | undefined;
  }
  const pods = new Map<string, Growing>();
  topologies.forEach((topology, index) => {
    for (const namespace of topology.namespaces) {
      const members = namespace.services.flatMap((name) => topology.members.get(name) ?? []);
      const endpoints = members[0]?.endpoints ?? [];
      const key = podKey(namespace, index, endpoints[0]);
      let pod = pods.get(key);
      if (pod === undefined) {
        pod = {
          id: pods.size,
          kind: namespace.kind === 'container' && endpoints.length > 0 ? 'service' : namespace.kind,
          inhabitants: [],
          owner: undefined,
          endpoints,
          onSegment: new Map(endpoints.map((endpoint) => [endpoint.engineName, endpoint])),
          hostward: endpoints.filter((endpoint) => segmentOf(endpoint)?.hostAddress === true),
          routes: defaultRoutesOf(endpoints, segmentOf, engine),
          ingress: members[0]?.ingress ?? [],
          routed: members[0]?.routed ?? [],
        };
        pods.set(key, pod);
      }
      for (const member of members) {
        const inhabitant: Inhabitant = { topology, member, pod };
        inhabitants.set(member, inhabitant);
        pod.inhabitants.push(inhabitant);
        if (namespace.kind === 'service' && member.service.name === namespace.id) pod.owner = inhabitant;
      }
    }
  });
  return [...pods.values()];
}

/** Namespaces that are one: the host's, a container's that several join, and that of a service of another project. */
function podKey(namespace: Namespace, project: number, endpoint: Endpoint | undefined): string {
  switch (namespace.kind) {
    case 'host':
      return 'host';
    case 'container':
      return endpoint === undefined ? namespace.id : `${endpoint.project} ${endpoint.service}`;
    default:
      return `${project} ${namespace.id}`;
  }
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}
