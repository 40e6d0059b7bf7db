/** Finds what a schema error is about in the tree, and with it the place in the files. */
import type { Range } from '../../source/text.js';
import type { Entry, Mapping, Path, Tree } from '../../source/tree.js';
import type { SchemaError } from './generated/compose.js';
export interface Place {
    readonly path: Path;
    readonly value: Tree;
    /** The entry that has the value, where it is in a mapping. */
    readonly entry?: Entry;
}
/** `keys` lead down a tree that has them; indices are digits. */
export declare function placeOf(root: Mapping, keys: readonly string[]): Place;
/** The value itself; the key where the value lacks something, or was not written at all; the second of two equal items. */
export declare function rangeOf(error: SchemaError, { value, entry }: Place): Range;
