/** Who can reach whom, as the Docker Engine enforces it, and what each service is. Pure data, computed from projects. */
import type { Network, Port, Project, Service } from '../compose/project.js';
import type { Origin } from '../source/tree.js';

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

export const TIERS = ['edge', 'app', 'data', 'ops', 'other'] as const;
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
  readonly services: readonly string[];
}

/** One namespace's attachment to one network. */
export interface Endpoint {
  readonly namespace: string;
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
}

export interface Segment {
  readonly engineName: string;
  /** The key in the first project that uses it. */
  readonly key: string;
  readonly network: Network | undefined;
  readonly driver: string;
  readonly internal: boolean;
  readonly external: boolean;
  /** Whether peers may talk to each other directly. */
  readonly icc: boolean;
  /** Peers outside the given projects may be attached. */
  readonly open: boolean;
  readonly endpoints: readonly Endpoint[];
}

export type ReachKind = 'network' | 'namespace' | 'published' | 'host';

export interface Via {
  readonly kind: ReachKind;
  /** The network's key, for `network`. */
  readonly network?: string;
  readonly ports: 'all' | readonly number[];
  /** The chain of places that makes it so: memberships, ports, options. */
  readonly evidence: readonly Evidence[];
}

export interface Reach {
  readonly from: string;
  readonly to: string;
  /** Empty where a name resolves but no connection opens. */
  readonly via: readonly Via[];
  readonly names: readonly string[];
}

export interface Ingress {
  readonly service: string;
  readonly port: Port;
  readonly target: number | undefined;
  readonly published: number | null;
  readonly hostIp: string;
  /** `host`: from this machine only; `lan`: from the local network and, where it is routed, the internet. */
  readonly from: 'host' | 'lan';
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

export interface Member {
  readonly service: Service;
  readonly role: RoleAssignment;
  readonly namespace: string;
  /** Of its namespace. */
  readonly endpoints: readonly Endpoint[];
  readonly ingress: readonly Ingress[];
  /** Reachable from outside the project: through a published port, or as a tunnel. */
  readonly entry: boolean;
}

export interface Topology {
  readonly project: Project;
  /** By service name, in the order of the files. */
  readonly members: ReadonlyMap<string, Member>;
  readonly namespaces: readonly Namespace[];
  /** By engine name. */
  readonly segments: ReadonlyMap<string, Segment>;
  readonly flows: readonly Flow[];
}
