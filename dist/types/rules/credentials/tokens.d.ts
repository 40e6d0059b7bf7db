/** Finds credentials by their published format, wherever they stand. Linear: each prefix is sought once, and read once. */
import type { Span } from './span.js';
/** No format of those below is shorter. */
export declare const SHORTEST_TOKEN = 20;
export declare function tokenSpans(text: string): readonly Span[];
