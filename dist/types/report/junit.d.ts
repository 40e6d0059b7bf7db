/** JUnit XML: a suite for each project, a failed case for each finding, an error for each gap. */
import type { Report } from '../analysis/report.js';
export declare function junit(report: Report): string;
