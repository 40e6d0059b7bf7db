import type { Reach, Topology } from './topology.js';
/** `undefined` where there is no connection and no name, or no such service. From a service to itself: what its own namespace allows. */
export declare function reachBetween(topology: Topology, from: string, to: string): Reach | undefined;
/** Whether there is a connection, whatever the names. */
export declare function reaches(topology: Topology, from: string, to: string): boolean;
/** What a service reaches, sorted by name. */
export declare function reachFrom(topology: Topology, from: string): Generator<Reach>;
/** Who reaches a service, sorted by name. */
export declare function reachTo(topology: Topology, to: string): Generator<Reach>;
/** A row for each ordered pair in which a service of the project takes part, sorted by `from`, then `to`. */
export declare function reachRows(topology: Topology): Generator<Reach>;
