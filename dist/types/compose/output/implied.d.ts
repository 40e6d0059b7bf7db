/** Leaves out what the loader adds and Docker Compose 2 does not print. */
import type { Mapping } from '../../source/tree.js';
export declare function withoutImplied(tree: Mapping): Mapping;
