/** `<<`: the entries of other mappings, as Docker's YAML library merges them. */
import type { Range } from './text.js';
import type { Entry, Tree } from './tree.js';
export interface MergeOptions {
    /** Names whose written values have a tag of their own: whether they stay is for others to say. */
    readonly tagged: ReadonlySet<string>;
    readonly report: (message: string, start: number, end: number) => void;
    /** Pays for the copies that merging makes. */
    readonly spend: (nodes: number) => void;
}
/**
 * An entry that is written wins over a merged one wherever it stands, and the first of several merged mappings wins.
 */
export declare function mergeEntries(written: readonly Entry[], merges: readonly {
    readonly value: Tree;
    readonly at: Range;
}[], { tagged, report, spend }: MergeOptions): readonly Entry[];
