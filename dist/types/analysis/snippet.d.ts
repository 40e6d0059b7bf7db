/** Cuts the lines of a location out of its text, fit to be shown: secrets masked, long lines and long ranges cut. */
import { type Range, type Region } from '../source/text.js';
import type { Snippet } from './report.js';
/** Of a location whose lines nobody wants, or knows. */
export declare function withoutLines(marked: Region): Snippet;
/**
 * The lines of `range` and `context` lines on either side. `secrets` are all ranges that may not be shown, of any text;
 * one array for all snippets of a run lets it be sorted once.
 */
export declare function snippetOf(range: Range, secrets: readonly Range[], context: number): Snippet;
