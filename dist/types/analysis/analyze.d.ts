import type { Rule } from '../rules/rule.js';
import { type Limits } from '../source/limits.js';
import { type Baseline } from './baseline.js';
import { type Demand } from './decide.js';
import { type Needs } from './presenter.js';
import type { Gap, Report, ReportShard } from './report.js';
import { type Subject, type Whereabouts } from './subject.js';
/** Some of the projects of a run. Others have nothing to do with them: no file, no network in common. */
export interface Batch {
    readonly subjects: readonly Subject[];
    /** Of each subject, where it stands in the whole run; ascending. */
    readonly positions: readonly number[];
    /** What could not be read before there was a project. */
    readonly gaps: readonly Gap[];
}
export interface AnalysisOptions extends Demand {
    readonly rules: readonly Rule[];
    readonly version: string;
    readonly engine: Report['engine'];
    /** What is true of the run, whichever projects it has. */
    readonly gaps?: readonly Gap[];
    readonly notes?: readonly Gap[];
    /** Asked for once all subjects are judged: which baselines there are may hang on their configurations. */
    readonly baselines?: () => readonly Baseline[];
    /** Where the subjects are a part of a run; asked for then, too. */
    readonly shard?: (() => Omit<ReportShard, 'positions' | 'ignores'>) | undefined;
    /** Where the files are; by default their paths are taken as they are. */
    readonly where?: Whereabouts;
    /** Whether comments and configuration may ignore findings; true by default. */
    readonly ignores?: boolean;
    /** What findings get of that which takes long; everything by default. */
    readonly needs?: Needs | undefined;
    /** Is told each time that a subject is done. */
    readonly observe?: () => void;
    /** The day, as in `2027-01-31`; nothing expires without it. */
    readonly today?: string;
    readonly limits?: Limits | undefined;
}
/** Of projects that were all loaded at once. */
export declare function analyze(subjects: readonly Subject[], options: AnalysisOptions): Report;
/** Each batch is judged before the next one is asked for, and nothing but the findings is kept of it. */
export declare function analyzeBatches(batches: Iterable<Batch>, options: AnalysisOptions): Report;
