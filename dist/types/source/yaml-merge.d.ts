/** `<<`: the entries of other mappings, as Docker's YAML library merges them. */
import type { Range } from './text.js';
import type { Entry, Tree } from './tree.js';
/**
 * An entry that is written wins over a merged one wherever it stands, and the first of several merged mappings wins.
 * The copies that merging makes are paid for with `spend`.
 */
export declare function mergeEntries(written: readonly Entry[], merges: readonly {
    readonly value: Tree;
    readonly at: Range;
}[], report: (message: string, start: number, end: number) => void, spend: (nodes: number) => void): readonly Entry[];
