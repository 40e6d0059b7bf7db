/** What becomes of a finding: it is reported, suppressed with a reason, or left out. */
import { type Persona, type Severity } from '../rules/rule.js';
import type { Baseline } from './baseline.js';
import { type Prospect } from './finding.js';
import type { Judge } from './ignores/judge.js';
import type { Presenter } from './presenter.js';
import type { Item, Whereabouts } from './subject.js';
export interface Decisions {
    /** Empty where the finding is left out. */
    readonly decide: (item: Item) => readonly Prospect[];
    /** Asked once all is decided: gives those of all findings that no configuration switches off, also of what is left out. */
    readonly fingerprints: () => () => ReadonlySet<string>;
}
/** What is asked for; comes before what the configuration says. */
export interface Demand {
    /** Lowest persona to report: `pedantic` reports everything. */
    readonly persona: Persona;
    /** Less severe findings are left out. */
    readonly minimumSeverity?: Severity | undefined;
}
export declare function decisions(judge: Judge, presenter: Presenter, where: Whereabouts, demand: Demand): Decisions;
/** What somebody ignores is ignored, in a baseline or not. */
export declare function heldAgainst(baselines: readonly Baseline[], finding: Prospect): Prospect;
