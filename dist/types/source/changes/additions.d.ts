/** Members added to lists and mappings, which are made where they are absent and take the style of what is around them. */
import { type TextEdit } from '../edits.js';
import type { Entry, Path } from '../tree.js';
import { type Layout } from './written.js';
/** What a collection shall hold. */
export interface Wanted {
    /** Which of the two it becomes where there is none. */
    create: 'list' | 'mapping';
    /** Names, and what they get where the collection is a mapping. */
    readonly members: Map<string, Readonly<Record<string, string>>>;
    readonly inner: Map<string, Wanted>;
}
export declare function nothingWanted(): Wanted;
export declare function wantedAt(root: Wanted, path: Path): Wanted;
/** `removed`: entries that go as a whole; new ones stand in their place. `deletions`: all that goes. */
export declare function additions(layout: Layout, wanted: Wanted, removed: ReadonlySet<Entry>, deletions: readonly TextEdit[]): readonly TextEdit[];
