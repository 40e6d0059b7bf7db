/**
 * Parts of one-line texts such as `127.0.0.1:8080:80`: cutting them without cutting into an unknown value, and telling
 * where each part was written.
 */
import { type Span } from '../source/part.js';
import { type Scalar } from '../source/tree.js';
export type { Span } from '../source/part.js';
export interface Part extends Span {
    readonly text: string;
}
/** Where a value holds the names of variables that are not set (`${PORT}`) in place of what they would stand for. */
export declare function unknownSpans(value: Scalar): readonly Span[];
export declare function overlaps(part: Span, spans: readonly Span[]): boolean;
/** Whether one unknown is all there is. */
export declare function isAllUnknown(text: string, unknowns: readonly Span[]): boolean;
/** The parts between separators, those inside of an unknown value not counted. Spans are in the order of the text. */
export declare function splitParts(whole: Part, separator: string, unknowns: readonly Span[]): readonly Part[];
export declare function wholePart(text: string): Part;
/** Offsets count from the beginning of the part. */
export declare function subPart(part: Part, start: number, end: number): Part;
/** A part as a value of its own, with its own place and the variables in it. */
export declare function partScalar(whole: Scalar, part: Part): Scalar;
/** The same value in another form. What of the text stayed at its end keeps its variables, the rest hangs on all others. */
export declare function rewritten(old: Scalar, value: string | number): Scalar;
