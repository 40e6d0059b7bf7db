/** One line for each finding, for problem matchers and people with `grep`: `file:line:column: error: message [rule]`. */
import type { Report } from '../analysis/report.js';
export declare function unix(report: Report): string;
