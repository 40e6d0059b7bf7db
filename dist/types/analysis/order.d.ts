/** The order of what a report lists: the same however the run was split. */
import type { Finding, Gap, Suppressed } from './report.js';
/** By file and line; those of one line by what they say. */
export declare function inOrder(gaps: readonly Gap[]): readonly Gap[];
/** By UTF-16 units, as everywhere in a report. */
export declare function compare(a: string, b: string): number;
export declare function isSuppressed(finding: Finding | Suppressed): finding is Suppressed;
