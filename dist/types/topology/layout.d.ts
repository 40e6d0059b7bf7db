import type { Topology } from './topology.js';
export interface LayoutNetwork {
    readonly name: string;
    /** Service names, in the order of the files. */
    readonly members: readonly string[];
    /** Whether it holds stores. */
    readonly data: boolean;
    /** Nothing on it needs a way out through it: every member that is no store has one elsewhere. */
    readonly internal: boolean;
}
export interface Layout {
    readonly networks: readonly LayoutNetwork[];
}
/** Worked out once for a topology: every finding on tiers asks for it. */
export declare function layoutOf(topology: Topology): Layout;
