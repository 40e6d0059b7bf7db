/** Runs the rules over projects, applies what people decided about their findings, and freezes the rest into a report. */
import type { Rule } from '../rules/rule.js';
import { type Limits } from '../source/limits.js';
import { type Demand } from './decide.js';
import type { Gap, Report, ReportShard } from './report.js';
import { type Subject, type Whereabouts } from './subject.js';
export interface AnalysisOptions extends Demand {
    readonly rules: readonly Rule[];
    readonly version: string;
    readonly engine: Report['engine'];
    /** What could not be read before there was a project. */
    readonly gaps?: readonly Gap[];
    readonly notes?: readonly Gap[];
    /** Where the subjects are a part of a run. */
    readonly shard?: Omit<ReportShard, 'ignores'> | undefined;
    /** Where the files are; by default their paths are taken as they are. */
    readonly where?: Whereabouts;
    /** Whether comments and configuration may ignore findings; true by default. */
    readonly ignores?: boolean;
    /** Is told after each subject how many are done. */
    readonly observe?: (done: number) => void;
    /** The day, as in `2027-01-31`; nothing expires without it. */
    readonly today?: string;
    readonly limits?: Limits | undefined;
}
export declare function analyze(subjects: readonly Subject[], options: AnalysisOptions): Report;
