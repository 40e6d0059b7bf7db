import type { SourceText } from '../source/text.js';
import type { Gap, Report } from './report.js';
import { type Whereabouts } from './subject.js';
export interface Baseline {
    readonly source: SourceText;
    /** By fingerprint. */
    readonly entries: ReadonlyMap<string, BaselineEntry>;
}
interface BaselineEntry {
    readonly ruleId: string;
    /** From the root of the repository. */
    readonly file: string;
    readonly services: readonly string[];
    readonly fingerprint: string;
}
/** Sorted, so that a difference shows what came and went; names only, never a value. */
export declare function baselineText({ findings }: Report, where: Whereabouts): string;
/** Throws a `UserError`. */
export declare function readBaseline(source: SourceText): Baseline;
/** Counts the entries of analyzed files that no finding has any more. `fingerprintsOf`: gives those of all findings. */
export declare function staleNotes(baselines: readonly Baseline[], fingerprintsOf: () => ReadonlySet<string>, files: ReadonlySet<string>): readonly Gap[];
export {};
