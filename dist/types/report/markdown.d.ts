/** A job summary in GitHub's Markdown: what was found as a table, and networks as diagrams. */
import type { Report } from '../analysis/report.js';
import { type RepositoryOptions } from './paths.js';
export interface Diagram {
    /** The project's name. */
    readonly project: string;
    /** In Mermaid's language, made to be safe by whoever drew it. */
    readonly mermaid: string;
}
export interface MarkdownOptions extends RepositoryOptions {
    /** Of some of the projects, the most interesting first. */
    readonly diagrams?: readonly Diagram[];
    /** Absolute URI of the repository root's files (`https://…/blob/COMMIT/`); places become links with it. */
    readonly sourceUri?: string;
    /** UTF-8; GitHub refuses a summary of more than 1 MiB. */
    readonly maximumBytes?: number;
}
/** Rows are worst first and end where the limit is; diagrams that do not fit into the rest are left out. Both are said. */
export declare function markdown(report: Report, options: MarkdownOptions): string;
