import type { Confidence, Member, Role, Segment, Topology } from './topology.js';
/**
 * `entry`: the service is reachable from outside, or is the front of a project that publishes none; whoever takes it
 * over has the path. `bystander`: an inner service that is no client of the store.
 */
export type Standing = 'entry' | 'bystander';
export interface UnintendedPath {
    readonly from: Member;
    readonly to: Member;
    readonly segment: Segment;
}
/** Those of one service through one segment. Of thousands of fronts and stores, the fronts have one list in common. */
export interface UnintendedPaths {
    readonly from: Member;
    readonly segment: Segment;
    readonly standing: Standing;
    readonly targets: readonly Target[];
}
export interface Target {
    readonly to: Member;
    /** How sure it is that nobody intends the connection. */
    readonly confidence: Confidence;
}
/** Roles that face users and are no client of a store, whether or not the file publishes them. */
export declare function isFront(role: Role): boolean;
/** What is intended, by service name: who opens connections to whom. */
export interface Intent {
    /** Whether a front is published; where none is, something in front of the project publishes one that is not. */
    readonly publishedFront: boolean;
    readonly clientsOf: ReadonlyMap<string, ReadonlySet<string>>;
    readonly targetsOf: ReadonlyMap<string, ReadonlySet<string>>;
    /** Stores that some application shares a network with: of any other, whoever is there may be the client. */
    readonly within: ReadonlySet<string>;
    /** Services in one namespace with an application, which may be the client of a store that has none. */
    readonly accompanied: ReadonlySet<string>;
    /** Images of the clients, by store. Without those that say nothing of what runs in them. */
    readonly imagesOf: ReadonlyMap<string, ReadonlySet<string>>;
}
/** Services that share a network namespace open connections from one address, so what one intends all of them can. */
export declare function intentOf(topology: Topology): Intent;
/** In the order of segments, then of the files; a pair that shares several networks is listed for each. */
export declare function unintendedPaths(topology: Topology): Generator<UnintendedPaths>;
/** The same paths by the service that has them, in the given order; the list of all may not fit into memory. */
export declare function unintendedPathsOf(topology: Topology, services: Iterable<string>): Generator<readonly UnintendedPath[]>;
/** Whether nobody seems to intend a connection to a store with which the service shares a network, but no flow; operators aside. */
export declare function isUnneeded(from: Member, to: Member, wanted: boolean, accompanied: boolean): boolean;
