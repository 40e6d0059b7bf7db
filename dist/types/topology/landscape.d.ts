import { type EngineProfile } from './engine.js';
import { type Gateways } from './openings.js';
import type { Endpoint, Ingress, Member, RoutedPort, Segment, Topology } from './topology.js';
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
export declare function landscapeOf(topology: Topology): Landscape;
/**
 * The service that a name stands for as seen from a project: its own by their names, those of the others as
 * `PROJECT/SERVICE`, projects of one name being told apart as `PROJECT#2`.
 */
export declare function inhabitantOf(topology: Topology, name: string): Inhabitant | undefined;
/** The inverse of `inhabitantOf`. */
export declare function nameOf(topology: Topology, inhabitant: Inhabitant): string;
/** Its name, or `NAME#2` where a project before it in the group has the same. */
export declare function projectLabel(topology: Topology): string;
/** The namespace that has an address, however it is spelled. */
export declare function podAt({ byAddress }: Landscape, address: string): Pod | undefined;
