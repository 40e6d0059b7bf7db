/** Which networks of the Engine a service's containers are attached to, and in which order the Engine uses them. */
import type { Attachment, Network, Project, Service } from '../compose/project.js';
import type { Origin } from '../source/tree.js';
import { type EngineProfile } from './engine.js';
import { type Behaviour } from './segments.js';
/** A service's place on a network of the Engine. */
export interface Place {
    readonly engineName: string;
    /** The network's key in the project, or its engine name where the project has no key for it. */
    readonly networkKey: string;
    readonly at: Origin;
    /** `undefined` where `network_mode` names the network. */
    readonly attachment: Attachment | undefined;
}
/** The project's networks by key and by engine name. */
export interface NetworkTable {
    readonly byKey: ReadonlyMap<string, Network>;
    readonly byEngineName: ReadonlyMap<string, Network>;
}
/** Of several keys with one engine name, the first one that declares the network counts. */
export declare function networkTable(project: Project): NetworkTable;
/** The places of a service that has a network namespace of its own, each network once, in the order of the file. */
export declare function placesOf(project: Project, table: NetworkTable, service: Service, engine: EngineProfile): readonly Place[];
/**
 * The order in which the Engine looks for a default gateway and asks for names: libnetwork's `Endpoint.Less`. Gateway
 * priorities exist since Engine 28.
 */
export declare function inEngineOrder(places: readonly Place[], behaviours: ReadonlyMap<string, Behaviour>, engine: EngineProfile): readonly Place[];
