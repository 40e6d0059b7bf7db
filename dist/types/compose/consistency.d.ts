/** Stands in until the checks of `w/schema` are merged. */
import type { Mapping } from '../source/tree.js';
import type { Problem } from './problem.js';
import type { Mode } from './project.js';
export declare function checkConsistency(_tree: Mapping, _enabled: ReadonlySet<string>, _mode: Mode): readonly Problem[];
