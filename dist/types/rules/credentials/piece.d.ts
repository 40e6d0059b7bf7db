import type { Range, SourceText } from '../../source/text.js';
import type { Origin, Scalar } from '../../source/tree.js';
import { type Flat } from './flatten.js';
export interface Piece {
    readonly flat: Flat;
    readonly at: Origin;
    /** The part `[start, end)` of `flat`, as it is written. */
    readonly rangeOf: (start: number, end: number) => Range;
}
export declare function pieceOf(scalar: Scalar): Piece;
/** `[start, end)` of a text that is written as it reads. */
export declare function pieceOfSource(source: SourceText, start: number, end: number, isTemplate: boolean): Piece;
