/** Annotations of a pull request's lines, as workflow commands: `::error file=…,line=…::message`. */
import type { Report } from '../analysis/report.js';
import { type RepositoryOptions } from './paths.js';
export interface GithubOptions extends RepositoryOptions {
    /** GitHub shows 10 annotations of a level for each step and drops the rest; by default all are written. */
    readonly annotationsPerLevel?: number;
}
/** Gaps, then the worst of each level up to the limit, then one plain line that says how many were left out. */
export declare function github(report: Report, options: GithubOptions): string;
