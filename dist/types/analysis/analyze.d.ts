/** Runs the rules over projects and freezes what they found into a report. */
import type { Problem } from '../compose/problem.js';
import type { Persona, Rule, RuleContext, Severity } from '../rules/rule.js';
import type { Finding, Gap, Report } from './report.js';
export interface AnalysisOptions {
    readonly rules: readonly Rule[];
    readonly version: string;
    /** Lowest persona to report: `pedantic` reports everything. */
    readonly persona: Persona;
    readonly engine: Report['engine'];
    /** What could not be read before there was a project. */
    readonly gaps?: readonly Gap[];
}
export declare function analyze(subjects: readonly RuleContext[], options: AnalysisOptions): Report;
/** `file`: where the problem has no place of its own. */
export declare function gapOf(problem: Problem, file: string): Gap;
export declare function summarize(findings: readonly Finding[]): Readonly<Record<Severity, number>>;
