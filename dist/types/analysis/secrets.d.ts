/** Which pieces of the texts no output may show: what the rules found to be secret, and the same value elsewhere. */
import type { Range, SourceText } from '../source/text.js';
/** Of fixed width, so that not even a secret's length is told. */
export declare const MASK = "\u2022\u2022\u2022";
/** The ranges to mask, per text. Linear in the size of the texts. */
export declare function secretRanges(found: readonly Range[], sources: Iterable<SourceText>): ReadonlyMap<SourceText, readonly Range[]>;
/** A piece of a text with its secrets masked; `undefined` where it has none. `masks` are in order. */
export declare function maskedText({ source, start, end }: Range, masks: readonly Range[]): string | undefined;
