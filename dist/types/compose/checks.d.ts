import { type Mapping } from '../source/tree.js';
import type { Problem } from './problem.js';
/** `tree` is canonical and has its defaults. Compose reports one of the problems, we all, in the order of the tree. */
export declare function checkTree(tree: Mapping): readonly Problem[];
