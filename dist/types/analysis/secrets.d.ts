/** Which pieces of the texts no output may show: what the rules found to be secret, and the same value elsewhere. */
import type { Range, SourceText } from '../source/text.js';
/** The ranges to mask, per text. Linear in the size of the texts. */
export declare function secretRanges(found: readonly Range[], sources: Iterable<SourceText>): ReadonlyMap<SourceText, readonly Range[]>;
