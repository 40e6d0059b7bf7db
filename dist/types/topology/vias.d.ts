import { type Landscape, type Pod } from './landscape.js';
import type { Endpoint, Evidence, Segment, Via } from './topology.js';
/** Every way in which a process of `from` can open a connection to one of `to`. */
export declare function viasBetween(landscape: Landscape, from: Pod, to: Pod): readonly Via[];
export declare function onNetwork(pod: Pod, endpoint: Endpoint): Evidence;
/** `false` where an option says so, with its place. */
export declare function iccEvidence(segment: Segment): readonly Evidence[];
