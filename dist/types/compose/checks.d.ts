/** Stands in until the checks of `w/schema` are merged. */
import type { Mapping } from '../source/tree.js';
import type { Problem } from './problem.js';
export declare function checkTree(_tree: Mapping): readonly Problem[];
