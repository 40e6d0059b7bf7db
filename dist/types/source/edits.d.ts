/** Changes of a text as data, and their application. */
import type { Range, SourceText } from './text.js';
/** Put a text in the place of a range; where the range is empty, insert it there. */
export interface TextEdit {
    readonly at: Range;
    readonly text: string;
}
/** In the order of the text, equal ones once; `undefined` where two touch the same characters. */
export declare function orderedEdits(edits: readonly TextEdit[]): readonly TextEdit[] | undefined;
/** The text with all edits made. They must be in order and must not overlap. */
export declare function applyEdits(text: string, edits: readonly TextEdit[]): string;
export declare function replacement(source: SourceText, start: number, end: number, text: string): TextEdit;
