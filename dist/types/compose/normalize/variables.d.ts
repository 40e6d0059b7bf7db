/** Names that stand for a variable of the project: `environment: [NAME]`, `args: { NAME: null }`. */
import type { Range } from '../../source/text.js';
import { type Tree } from '../../source/tree.js';
/** A variable of the project, and the file that defines it where there is one. */
export type Lookup = (name: string) => {
    readonly value: string;
    readonly at?: Range;
} | undefined;
/** The names with their values; a name that is not set stays as it is, or is left out. */
export declare function withVariables(tree: Tree, lookup: Lookup, unset: 'keep' | 'drop'): Tree;
