import type { Span } from './span.js';
/** A span in the item with this index. */
export interface CommandSpan extends Span {
    readonly item: number;
}
/** `items` are the words of an exec form; one item is a string that a shell or Compose splits. */
export declare function commandSpans(items: readonly string[]): readonly CommandSpan[];
/** `IDENTIFIED BY 'x'`, `PASSWORD 'x'` in SQL and `pass 'x'` in many a configuration; `pwd: "x"` in the MongoDB shell. */
export declare function statementSpans(text: string): readonly Span[];
