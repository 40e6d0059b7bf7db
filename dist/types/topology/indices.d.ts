/** A topology's members and namespaces by what they are often asked for, put in order once. */
import type { Member, Namespace, Topology } from './topology.js';
/** The members attached to each segment, by engine name, each once, in the order of the files. */
export declare function membersBySegment(topology: Topology): ReadonlyMap<string, readonly Member[]>;
export declare function namespaceOf(topology: Topology, { namespace }: Member): Namespace | undefined;
