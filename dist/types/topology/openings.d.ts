/**
 * What the Engine opens for published ports: at addresses of the host, and at the container's own. It hangs on the default
 * gateways of the namespace, of which each address family has its own. Recorded from Engine 28.5.
 */
import type { Port, Service } from '../compose/project.js';
import { type EngineProfile } from './engine.js';
import type { Binding, Endpoint, Family, RoutedPort, Segment } from './topology.js';
export declare const FAMILIES: readonly Family[];
export type SegmentOf = (endpoint: Endpoint) => Segment | undefined;
/** The networks of a namespace that have its default gateways. */
export type Gateways = {
    readonly [family in Family]?: Endpoint;
};
/** Whether the host has an address of the family on the network. */
export declare function hasHostAddress({ hostAddress, gatewayModes }: Segment, family: Family): boolean;
export declare function masquerades({ network }: Segment): boolean;
/**
 * Whether answers from other networks get back to who asked from this one. Without masquerading they are sent to a
 * container's own address, to which nothing else gets in mode `nat`.
 */
export declare function isAnswered(segment: Segment, family: Family, engine: EngineProfile): boolean;
/**
 * The first network with gateways of both families gives both, even after others that have a higher priority; without such
 * a network, the first of each family. Before Engine 28 one network gave whatever it had.
 */
export declare function gatewaysOf(endpoints: readonly Endpoint[], segmentOf: SegmentOf, engine: EngineProfile): Gateways;
/** The networks over which a namespace sends what is for none of its networks. That of an overlay is the Engine's own bridge. */
export declare function defaultRoutesOf(endpoints: readonly Endpoint[], segmentOf: SegmentOf, engine: EngineProfile): Gateways;
export interface Openings {
    readonly bindings: ReadonlyMap<Port, readonly Binding[]>;
    readonly routed: readonly RoutedPort[];
}
export declare function openingsOf(service: Service, endpoints: readonly Endpoint[], segmentOf: SegmentOf, engine: EngineProfile): Openings;
