/** Runs every rule over every project: what a value is must be known before anything is shown, whatever is asked for. */
import type { Rule } from '../rules/rule.js';
import type { Gap } from './report.js';
import { type Item, type Subject } from './subject.js';
export interface Findings {
    readonly items: readonly Item[];
    readonly gaps: readonly Gap[];
    readonly notes: readonly Gap[];
    /** Rules that failed on some project. */
    readonly failedRules: ReadonlySet<string>;
}
/** `observe` is told after each subject. */
export declare function runRules(subjects: readonly Subject[], rules: readonly Rule[], observe?: () => void): Findings;
