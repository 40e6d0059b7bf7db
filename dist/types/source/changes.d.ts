import { type TextEdit } from './edits.js';
import type { Range, SourceText } from './text.js';
import type { Path } from './tree.js';
export type Change = 
/** Another text in the place of a part of a scalar. */
{
    readonly kind: 'replace';
    readonly at: Range;
    readonly text: string;
}
/** The item at `at` leaves the list at `from`; the list goes with its last item. */
 | {
    readonly kind: 'remove';
    readonly from: Path;
    readonly at: Range;
}
/**
 * The list or mapping at `to`, made as `create` where there is none, holds `name`. A mapping gives it `value`; a list
 * whose members get members of their own becomes a mapping.
 */
 | {
    readonly kind: 'add';
    readonly to: Path;
    readonly name: string;
    readonly create: 'list' | 'mapping';
    readonly value?: Readonly<Record<string, string>>;
};
export type Edited = {
    readonly ok: true;
    readonly edits: readonly TextEdit[];
}
/** Why the changes cannot be made safely; ends a sentence. */
 | {
    readonly ok: false;
    readonly reason: string;
};
/** The edits that make all the changes together. */
export declare function editsFor(source: SourceText, changes: readonly Change[]): Edited;
