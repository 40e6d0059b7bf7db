import type { Segment, Topology } from '../topology/topology.js';
import type { Rule } from './rule.js';
export declare const missingTierSeparation: Rule;
/** The network that contains every service that is on any network, where at least two are. */
export declare function commonSegment(topology: Topology): Segment | undefined;
