/** What connects two network namespaces, as the Engine enforces it, each way with its chain of evidence. */
import type { Landscape, Pod } from './landscape.js';
import type { Endpoint, Evidence, Via } from './topology.js';
/** Every way in which a process of `from` can open a connection to one of `to`. */
export declare function viasBetween(landscape: Landscape, from: Pod, to: Pod): readonly Via[];
export declare function onNetwork(pod: Pod, endpoint: Endpoint): Evidence;
