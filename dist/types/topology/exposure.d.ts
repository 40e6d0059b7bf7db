/** The ways in from outside the given projects: ports of the host, addresses that are routed to, open networks. */
import type { Service } from '../compose/project.js';
import { type EngineProfile } from './engine.js';
import type { Endpoint, Exposure, Ingress, Segment } from './topology.js';
/** A network namespace with the service that owns it. */
export interface Inhabited {
    readonly service: Service;
    readonly endpoints: readonly Endpoint[];
}
export type SegmentOf = (endpoint: Endpoint) => Segment | undefined;
/** The ports of the host that lead to the namespace. */
export declare function ingressOf(owner: Inhabited, segmentOf: SegmentOf, engine: EngineProfile): readonly Ingress[];
export declare function isIpv6(address: string): boolean;
export declare function isLoopback(address: string): boolean;
/** Whether the port's traffic reaches a container at its own address, from other networks and the LAN alike. */
export declare function isRouted(segment: Segment): boolean;
export declare function isUnprotected(segment: Segment): boolean;
export declare function targetPorts(service: Service): readonly number[];
export declare function exposuresOf(owner: Inhabited, ingress: readonly Ingress[], segmentOf: SegmentOf, engine: EngineProfile): readonly Exposure[];
