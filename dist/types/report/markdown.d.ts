/** A job summary in GitHub's Markdown: what was found as a table, and the network as a diagram. */
import type { Report } from '../analysis/report.js';
import { type RepositoryOptions } from './paths.js';
export interface MarkdownOptions extends RepositoryOptions {
    /** A diagram in Mermaid's language, made to be safe by whoever drew it. */
    readonly mermaid?: string;
    /** Absolute URI of the repository root's files (`https://…/blob/COMMIT/`); places become links with it. */
    readonly sourceUri?: string;
    /** UTF-8; GitHub refuses a summary of more than 1 MiB. */
    readonly maximumBytes?: number;
}
/** Rows are worst first and end where the limit is; a diagram too large for the rest is left out. Both are said. */
export declare function markdown(report: Report, options: MarkdownOptions): string;
