import type { Topology } from './topology.js';
/** A name that several services answer to on one network: who gets the connection is up to chance. */
export interface Collision {
    readonly name: string;
    readonly engineName: string;
    /** At least two, sorted. */
    readonly services: readonly string[];
}
/** Sorted by network, then name; names in lower case, as the Engine compares them. `on`: of which networks, by engine name. */
export declare function nameCollisions(topology: Topology, on?: (engineName: string) => boolean): readonly Collision[];
/** A name that means one service on one of the asker's networks and another one on the next: the first network wins. */
export interface Shadow {
    readonly asker: string;
    readonly name: string;
    /** In the order in which the Engine asks the networks. */
    readonly answers: readonly {
        readonly engineName: string;
        readonly services: readonly string[];
    }[];
}
/** For each of the project's services on several networks, sorted by asker, then name. */
export declare function shadowedNames(topology: Topology): Generator<Shadow>;
