/** Small steps for building mappings out of other mappings. */
import type { Range } from '../source/text.js';
import { type Entry, type Mapping, type Origin, type Scalar, type Tree } from '../source/tree.js';
export declare function entry(name: string, value: Tree, at?: Origin): Entry;
/** An entry nobody wrote. `reason` completes the sentence "added because". */
export declare function addedEntry(name: string, value: Scalar['value'], cause: Range, reason: string): Entry;
/** The mapping with entries added or replaced; each keeps the place of the one it replaces. The same where all are there. */
export declare function withEntries(tree: Mapping, entries: Iterable<Entry>): Mapping;
/** The mapping with the values that `change` gives, without the entries for which it gives none. The same where all stay. */
export declare function withValues(tree: Mapping, change: (entry: Entry) => Tree | undefined): Mapping;
/** The mapping with those of the entries added whose key it lacks. */
export declare function withDefaults(tree: Mapping, defaults: readonly Entry[]): Mapping;
/** The entry with another value under the same key. */
export declare function withValue(old: Entry, value: Tree): Entry;
