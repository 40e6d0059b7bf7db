/** Who can reach whom, as the Docker Engine enforces it, and what each service is. Pure data, computed from projects. */
import type { Network, Port, Project, Service } from '../compose/project.js';
import type { Origin } from '../source/tree.js';
import type { EngineProfile } from './engine.js';

export const ROLES = [
  'edge',
  'frontend',
  'app',
  'worker',
  'database',
  'cache',
  'queue',
  'storage',
  'admin',
  'monitoring',
  'tunnel',
  'other',
] as const;
export type Role = (typeof ROLES)[number];

const TIERS = ['edge', 'app', 'data', 'ops', 'other'] as const;
export type Tier = (typeof TIERS)[number];

export type Confidence = 'high' | 'medium' | 'low';

/** A reason for a conclusion, and where it stands in the files. */
export interface Evidence {
  /** What was seen, in a few words; never a value that may be a secret. */
  readonly text: string;
  readonly at: Origin;
}

export interface RoleAssignment {
  readonly role: Role;
  readonly tier: Tier;
  readonly confidence: Confidence;
  /** Strongest first; empty where nothing spoke (`other`). */
  readonly evidence: readonly Evidence[];
}

/** The unit that has addresses. */
export interface Namespace {
  /** The owner's service name; `host`; `none:SERVICE`; or `container:NAME`. */
  readonly id: string;
  readonly kind: 'service' | 'host' | 'none' | 'container';
  /** The project's services in it, in the order of the files. */
  readonly services: readonly string[];
}

/** One namespace's attachment to one network. */
export interface Endpoint {
  readonly namespace: string;
  /** The project of the service: its place in `Topology.group`, 0 where the project was given alone. */
  readonly project: number;
  readonly engineName: string;
  /** The service that wrote it: the namespace's owner. */
  readonly service: string;
  /** The key of the network in the service's project. */
  readonly networkKey: string;
  readonly at: Origin;
  /** Names that resolve to this endpoint on this network, sorted. */
  readonly names: readonly string[];
  /** Extra aliases only: what `aliases:` lists. */
  readonly aliases: readonly string[];
  /** Those that the file fixes. */
  readonly addresses: readonly string[];
}

/** What a network's driver does: `default-bridge` is the Engine's own `bridge`, `plugin` any driver not shipped with it. */
export type Fabric = 'bridge' | 'default-bridge' | 'overlay' | 'macvlan' | 'ipvlan' | 'plugin';

/**
 * How a bridge lets others in: `nat` only through published ports of the host, `routed` to published ports at the
 * container's own address, `nat-unprotected` to every port there. `isolated`: the host has no address on it.
 */
export type GatewayMode = 'nat' | 'nat-unprotected' | 'routed' | 'isolated';

export interface Segment {
  readonly engineName: string;
  /** The key in the project. */
  readonly key: string;
  /** The declaration that decides: this project's, or where it is external that of another project given with it. */
  readonly network: Network | undefined;
  /** `bridge` or `overlay` where the Engine's default applies. */
  readonly driver: string;
  readonly fabric: Fabric;
  readonly internal: boolean;
  readonly external: boolean;
  /** Whether peers may talk to each other directly. */
  readonly icc: boolean;
  /** Whether the Engine's DNS answers on it. */
  readonly names: boolean;
  /** By address family, where it is enabled; `nat` for what is no bridge, of macvlan and ipvlan where they have a gateway. */
  readonly gatewayModes: { readonly ipv4?: GatewayMode; readonly ipv6?: GatewayMode };
  /** Whether the host has an address on it: services of the host are within reach, and its peers within the host's. */
  readonly hostAddress: boolean;
  /** Whether it leads out: to the LAN and the internet. */
  readonly outbound: boolean;
  /** How many of its address families have a default gateway on it. */
  readonly gateways: 0 | 1 | 2;
  /** Where ports without a host address are published; empty: all addresses of the host. */
  readonly hostBinding: string;
  /** Peers outside the given projects may be attached. */
  readonly open: boolean;
  /** This project's. */
  readonly endpoints: readonly Endpoint[];
  /** Those of all projects given together; `Endpoint.project` tells whose. */
  readonly everyone: readonly Endpoint[];
}

export type ReachKind = 'network' | 'namespace' | 'published' | 'host';

export interface Via {
  readonly kind: ReachKind;
  /** The network's key, for `network`: the one that is shared, or the target's where it lets others in. */
  readonly network?: string;
  readonly ports: 'all' | readonly number[];
  /** The chain of places that makes it so: memberships, ports, options. */
  readonly evidence: readonly Evidence[];
}

/** A service of another project given with this one is named `PROJECT/SERVICE`. */
export interface Reach {
  readonly from: string;
  readonly to: string;
  /** Empty where a name resolves but no connection opens. */
  readonly via: readonly Via[];
  readonly names: readonly string[];
}

/** A port of the host that leads to a service. */
export type Family = 'ipv4' | 'ipv6';

/** An address of the host at which a port is open. */
export interface Binding {
  readonly family: Family;
  /** `0.0.0.0` and `::` for all addresses; empty where it hangs on a variable that is not set. */
  readonly hostIp: string;
  /** The userland proxy alone brings what comes in: the container has no address of the family. */
  readonly proxied: boolean;
  /** The engine name of the network that has the container's gateway; `undefined` for an overlay, whose gateway is on a bridge of the Engine's own. */
  readonly through: string | undefined;
}

/** A port that takes what is routed to the container's own address. */
export interface RoutedPort {
  readonly target: number;
  readonly family: Family;
  /** Engine name. */
  readonly network: string;
}

export interface Ingress {
  /** The service that published it: the namespace's owner. */
  readonly service: string;
  readonly port: Port;
  readonly target: number | undefined;
  /** `null` where the Engine picks one, or it hangs on a variable that is not set. */
  readonly published: number | null;
  /** `0.0.0.0` for all addresses; empty where it hangs on a variable that is not set. */
  readonly hostIp: string;
  /** One at least. */
  readonly bindings: readonly Binding[];
  /** `host`: from this machine only; `lan`: from the local network and, where it is routed, the internet. */
  readonly from: 'host' | 'lan';
}

export type ExposureKind =
  /** A port of the host. */
  | 'published'
  /** The container's own address takes traffic that is routed to it. */
  | 'routed'
  /** The container is a machine of the local network (macvlan, ipvlan). */
  | 'physical'
  /** It shares the host's network namespace: what it listens on is the host's. */
  | 'host'
  /** It fetches visitors from the internet by itself. */
  | 'tunnel'
  /** Unknown containers may be attached to a network of its. */
  | 'peers';

/** A way in from outside the given projects. */
export interface Exposure {
  readonly kind: ExposureKind;
  /** `host`: processes of this machine; `peers`: unknown containers; `lan` includes the internet where it is routed. */
  readonly from: 'host' | 'lan' | 'internet' | 'peers';
  readonly ports: 'all' | readonly number[];
  /** The network's key, where one is the reason. */
  readonly network?: string;
  readonly evidence: readonly Evidence[];
}

/** Yes or no, and why. */
export interface Answer {
  readonly holds: boolean;
  readonly evidence: readonly Evidence[];
}

export type ChannelKind =
  | 'docker-socket'
  /** A network port behind which the Docker API listens. */
  | 'socket-proxy'
  | 'privileged'
  | 'host-pid'
  | 'host-ipc'
  | 'shared-pid'
  | 'shared-ipc'
  /** One writes what the other reads. */
  | 'shared-volume'
  /** Can take other addresses and routes on its networks (`NET_ADMIN`). */
  | 'net-admin'
  /** Can forge packets on a shared network (`NET_RAW`, which containers have by default). */
  | 'net-raw';

/** A way around the network. */
export interface Channel {
  readonly kind: ChannelKind;
  /** Services that have it. */
  readonly from: readonly string[];
  /** Services that each of them thereby gets at, itself aside; empty where it is the host, and with it everything. */
  readonly to: readonly string[];
  /** Whether it leads to the host. */
  readonly host: boolean;
  /** The volume or network; empty where there is none. */
  readonly through: string;
  readonly evidence: readonly Evidence[];
}

export type FlowKind =
  | 'depends_on'
  | 'link'
  | 'environment'
  | 'command'
  | 'healthcheck'
  | 'label'
  | 'config'
  | 'namespace';

/** A connection that somebody intends. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly port?: number;
  readonly evidence: readonly (Evidence & { readonly kind: FlowKind })[];
}

/** A name that belongs to a service of the project, used by one that cannot resolve it. */
export interface UnresolvedName {
  readonly from: string;
  readonly name: string;
  /** Whose name it is. */
  readonly to: string;
  readonly port?: number;
  readonly evidence: Flow['evidence'][number];
}

export interface Member {
  readonly service: Service;
  readonly role: RoleAssignment;
  readonly namespace: string;
  /** Of its namespace. In the order in which the Engine asks them for names; the first that leads out is the default gateway. */
  readonly endpoints: readonly Endpoint[];
  /** Of its namespace. */
  readonly ingress: readonly Ingress[];
  /** Of its namespace. */
  readonly routed: readonly RoutedPort[];
  readonly exposures: readonly Exposure[];
  /** Reachable from outside the project: through a published port, or as a tunnel. */
  readonly entry: boolean;
}

export interface Topology {
  readonly project: Project;
  readonly engine: EngineProfile;
  /** By service name, in the order of the files. */
  readonly members: ReadonlyMap<string, Member>;
  readonly namespaces: readonly Namespace[];
  /** By engine name. */
  readonly segments: ReadonlyMap<string, Segment>;
  readonly flows: readonly Flow[];
  /** Those of which this project's files speak and that lead to, or come from, a project given with it: that end is `PROJECT/SERVICE`. */
  readonly flowsAcross: readonly Flow[];
  readonly unresolved: readonly UnresolvedName[];
  readonly channels: readonly Channel[];
  /**
   * The topologies of the projects given together that share networks, directly or through each other, or their host,
   * where it is asked for; this one included. Absent where the project shares nothing.
   */
  readonly group?: readonly Topology[];
}
