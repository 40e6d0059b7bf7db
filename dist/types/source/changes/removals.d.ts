/** Items taken out of lists, and lists that hold nothing then: comments stay where they are. */
import { type TextEdit } from '../edits.js';
import type { Range } from '../text.js';
import type { Entry, Mapping } from '../tree.js';
import { type Layout } from './written.js';
export interface Removal {
    readonly edits: readonly TextEdit[];
    /** The entry that goes as a whole, since nothing is left in it. */
    readonly emptied?: Entry;
}
/** Takes the items at these places out of the list that is the entry's value. */
export declare function removeItems(layout: Layout, parent: Mapping, entry: Entry, places: readonly Range[]): Removal;
