/** The ways in from outside the given projects: ports of the host, addresses that are routed to, open networks. */
import type { Service } from '../compose/project.js';
import { type EngineProfile } from './engine.js';
import type { Openings, SegmentOf } from './openings.js';
import type { Endpoint, Exposure, Ingress, Segment } from './topology.js';
/** A network namespace with the service that owns it. */
export interface Inhabited {
    readonly service: Service;
    readonly endpoints: readonly Endpoint[];
    readonly openings: Openings;
}
/** The ports of the host that lead to the namespace. */
export declare function ingressOf({ service, openings }: Inhabited, engine: EngineProfile): readonly Ingress[];
export declare function isUnprotected(segment: Segment): boolean;
export declare function exposuresOf(owner: Inhabited, ingress: readonly Ingress[], segmentOf: SegmentOf, engine: EngineProfile): readonly Exposure[];
export declare function sortedPorts(ports: Iterable<number>): readonly number[];
