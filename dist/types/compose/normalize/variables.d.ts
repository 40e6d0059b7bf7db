/** Names that stand for a variable of the project: `environment: [NAME]`, `args: { NAME: null }`. */
import { type Tree } from '../../source/tree.js';
import type { Lookup } from '../template.js';
/** What becomes of a name that is not set. */
type Unset = 'keep' | 'drop';
export declare function withVariables(tree: Tree, lookup: Lookup, unset: Unset): Tree;
export {};
