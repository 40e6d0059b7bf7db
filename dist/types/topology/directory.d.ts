/** Everybody in a landscape by name, as one project sees it, in the order of every list. */
import { type Inhabitant, type Pod } from './landscape.js';
import type { Topology } from './topology.js';
export interface Directory {
    /** Sorted by name. */
    readonly entries: readonly Inhabitant[];
    readonly rank: ReadonlyMap<Inhabitant, number>;
}
export declare function directoryOf(topology: Topology): Directory;
/** Everybody in the given namespaces, sorted by name. */
export declare function inhabitantsOf(topology: Topology, pods: ReadonlySet<Pod>): readonly Inhabitant[];
