import type { Mapping } from '../source/tree.js';
import type { Problem } from './problem.js';
import type { Mode } from './project.js';
import { type Lookup } from './template.js';
/**
 * The tree with its variables substituted; branches without any are shared. All problems are found, in the order of the
 * tree: refusals leave their value as it was written, notes tell of variables taken as blank.
 */
export declare function interpolateTree(root: Mapping, lookup: Lookup, mode: Mode): {
    readonly tree: Mapping;
    readonly problems: readonly Problem[];
};
