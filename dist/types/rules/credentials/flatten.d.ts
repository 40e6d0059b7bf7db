/**
 * A value as it would read where no variable is set: defaults filled in, every other variable one unknown unit. Each
 * unit remembers where it was written, so that a part of the result can be pointed at in the file.
 */
import type { Scalar } from '../../source/tree.js';
/** Stands for text that is not in the files. A noncharacter (Unicode 23.7), so no text that people write contains it. */
export declare const UNKNOWN = "\uFFFF";
export interface Flat {
    readonly text: string;
    /** For every unit of `text`, its offset in the raw value; for an unknown unit, that of its `$`. */
    readonly origins: readonly number[];
    /** For every unit of `text`, whether it is a variable's default and not plain text. */
    readonly defaults: readonly boolean[];
}
/** Reads the raw value of a scalar; numbers and booleans as their text, nothing as empty text. */
export declare function flatten(scalar: Scalar): Flat;
export declare function literal(text: string): Flat;
/** Compose Specification, "Interpolation": `$$`, `$NAME`, `${NAME}`, and the operators with nested expressions. */
export declare function flattenTemplate(raw: string): Flat;
