/** `!reset` and `!override`: what an overriding document takes away from what was loaded before it. */
import type { Mapping, Path } from '../source/tree.js';
export interface TaggedPath {
    readonly tag: '!reset' | '!override';
    /** Merge keys count for nothing: a tag inside of `<<` is about the mapping that merges it in. */
    readonly path: Path;
}
/** Paths as a tree of keys, so that all of them are met in one walk. */
export interface Removals {
    readonly here: boolean;
    readonly below: ReadonlyMap<string | number, Removals>;
}
export declare const NO_REMOVALS: Removals;
export declare function removalsOf(paths: readonly Path[], depth?: number): Removals;
/** The tags that count: what is inside of an `!override` is the document's own, whatever its tags. */
export declare function effectiveTags(tags: readonly TaggedPath[]): readonly TaggedPath[];
/** The document itself, without its `!reset` values: mapping entries and list items alike. */
export declare function withoutReset(root: Mapping, tags: readonly TaggedPath[]): Mapping;
/** What the tags of a document leave of a mapping loaded before. List items stay, as in Compose. */
export declare function applyRemovals(tree: Mapping, removals: Removals): Mapping;
