/** What each severity is called in the formats of others. */
import type { Finding } from '../analysis/report.js';
export type Severity = Finding['severity'];
interface Words {
    /** Of a log line, a problem matcher and a workflow command. */
    readonly log: 'error' | 'warning' | 'notice';
    readonly sarif: 'error' | 'warning' | 'note';
    /** SARIF `rank`: 0.0 to 100.0. */
    readonly rank: number;
    /** GitHub's `security-severity`: above 9.0 critical, from 7.0 high, from 4.0 medium, below that low. */
    readonly score: string;
    /** GitHub's `problem.severity`, for what is no security defect. */
    readonly problem: 'error' | 'warning' | 'recommendation';
    readonly gitlab: 'blocker' | 'critical' | 'major' | 'minor';
}
export declare const SEVERITY_WORDS: Readonly<Record<Severity, Words>>;
export declare const WORST_FIRST: readonly ["critical", "high", "medium", "low"];
export {};
