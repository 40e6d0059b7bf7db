import type { Range, SourceText } from './text.js';
/** From the `#` to the end of the line, in the order of the text. */
export declare function commentsOf(source: SourceText): readonly Range[];
