import type { Report } from '../analysis/report.js';
import type { RepositoryOptions } from './paths.js';
export interface SarifOptions extends RepositoryOptions {
    /** Suppressed findings too, marked as such. GitHub opens alerts for them, so they are left out by default. */
    readonly includeSuppressed?: boolean;
    /** Tells the analyses of one commit apart; `bulkhead` by default. */
    readonly category?: string;
    /** Absolute URI under which `RULE.md` is found; without it a rule's first reference is its help. */
    readonly documentation?: string;
    /** Absolute URI of the tool's page. */
    readonly informationUri?: string;
    readonly maximumResults?: number;
    readonly maximumBytes?: number;
}
/** Keeps the worst findings where limits force a choice; a notification then says what was cut. */
export declare function sarif(report: Report, options: SarifOptions): string;
