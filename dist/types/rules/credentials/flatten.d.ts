/**
 * A value as it would read where no variable is set: defaults filled in, every other variable one unknown unit. Each
 * unit remembers where it was written, so that a part of the result can be pointed at in the file.
 */
import type { Scalar } from '../../source/tree.js';
/** Stands for text that is not in the files. A noncharacter (Unicode 23.7), so no text that people write contains it. */
export declare const UNKNOWN = "\uFFFF";
export interface Flat {
    readonly text: string;
    /** The offset in the raw value of a unit of `text`; for an unknown unit, that of its `$`. */
    readonly originOf: (index: number) => number;
    /** Whether a unit of `text` is of a variable's default and not plain text. */
    readonly isDefault: (index: number) => boolean;
}
/** Reads the raw value of a scalar; numbers and booleans as their text, nothing as empty text. */
export declare function flatten(scalar: Scalar): Flat;
export declare function literal(text: string): Flat;
/** What follows the first `from` units. */
export declare function tailOf({ text, originOf, isDefault }: Flat, from: number): Flat;
/** Compose Specification, "Interpolation": `$$`, `$NAME`, `${NAME}`, and the operators with nested expressions. */
export declare function flattenTemplate(raw: string): Flat;
