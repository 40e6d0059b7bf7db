import { type Tree } from '../source/tree.js';
/** A mapping gives its entries in the order of their texts, a text itself, a list its items; all else nothing. */
export declare function toKeyValues(tree: Tree): readonly Tree[];
