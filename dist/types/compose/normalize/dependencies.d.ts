/** The dependencies that Compose adds for links, shared namespaces and shared volumes. */
import { type Mapping } from '../../source/tree.js';
/** A dependency that somebody wrote is never changed. */
export declare function withImpliedDependencies(service: Mapping): Mapping;
