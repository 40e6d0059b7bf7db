/** Finds credentials by their published format, wherever they stand. Linear: each prefix is sought once, and read once. */
import type { Span } from './span.js';
export declare function tokenSpans(text: string): readonly Span[];
