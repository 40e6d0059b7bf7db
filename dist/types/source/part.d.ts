/** The exact place of a piece of a scalar: back from the value, over substituted variables, escapes and folded lines, to the file. */
import type { Range } from './text.js';
import type { Scalar } from './tree.js';
/** `[start, end)` of a text. */
export interface Span {
    readonly start: number;
    readonly end: number;
}
/** Where the piece `[start, end)` of a scalar's value was written. An expression such as `${V}` is never cut. */
export declare function valuePartOf(scalar: Scalar, start: number, end: number): Range;
/** Where the piece `[start, end)` of a scalar's value before substitution was written; all of it where that cannot be told. */
export declare function partOf(scalar: Scalar, start: number, end: number): Range;
/** The piece of the value before substitution that a piece of the value comes from. */
export declare function valueToRaw({ interpolation }: Scalar, start: number, end: number): Span;
