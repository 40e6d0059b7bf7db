/** What the flows of a project ask about the projects that share networks with it. */
import { type Router } from './flows/labels.js';
import type { Role, Topology } from './topology.js';
export interface Neighbours {
    /** The role of a service of another project, which is called `PROJECT/SERVICE`; `undefined` for any other name. */
    readonly roleOf: (name: string) => Role | undefined;
    /** Proxies of other projects that read labels of this one. */
    readonly proxies: readonly NeighbourProxy[];
}
export interface NeighbourProxy {
    readonly name: string;
    readonly router: Router;
    /** Whether it is on a network with a service of the project: it is behind no other proxy that it has a label for. */
    readonly meets: (service: string) => boolean;
}
export declare const NO_NEIGHBOURS: Neighbours;
/** For each of the projects that share networks. */
export declare function neighboursIn(group: readonly Topology[]): (topology: Topology) => Neighbours;
