import type { Notification } from 'sarif';
import type { Finding, Report } from '../analysis/report.js';
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
/** GitHub takes 25,000 results of a run and shows 5,000. */
export declare const RESULTS = 5000;
/** What a notification is about: something not analyzed, something worth knowing, or what the limits cut. */
type NotificationId = 'gap' | 'note' | 'cut';
/** Keeps the worst findings where limits force a choice; a notification then says what was cut. */
export declare function sarif(report: Report, options: SarifOptions): string;
export declare function cutNotice(cut: readonly Pick<Finding, 'severity'>[]): Notification;
export declare function notification(id: NotificationId, level: 'warning' | 'note', text: string): Notification;
export {};
