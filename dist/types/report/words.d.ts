/** The few phrases that several formats share: places, counts, enumerations. */
import type { Finding, Report } from '../analysis/report.js';
interface Place {
    readonly file: string;
    readonly startLine?: number;
    readonly startColumn?: number;
}
/** `file:line:column`, as far as it is known; `show` is how the format escapes a file name. */
export declare function placeOf({ file, startLine, startColumn }: Place, show: (file: string) => string): string;
/** `1 finding`, `2 findings`, `12,345 findings`. */
export declare function count(number: number, noun: string): string;
/** `1 critical, 2 high`: the severities that occur, worst first. */
export declare function countBySeverity(findings: readonly Pick<Finding, 'severity'>[]): string;
/** `2 projects, 9 services, 3 files`: what was analyzed. */
export declare function extentOf(report: Report): string;
/** Items by key, keys and items in the order of their first appearance. */
export declare function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]>;
export {};
