/**
 * GitLab's Code Quality report: the subset of the Code Climate format that its merge requests show.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
import type { Report } from '../analysis/report.js';
import { type RepositoryOptions } from './paths.js';
export declare function gitlab(report: Report, options: RepositoryOptions): string;
