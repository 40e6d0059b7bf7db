/** From an item to the finding of a report, and the order of findings. What nobody is told of is ranked and counted, never made. */
import { type Persona, type Severity } from '../rules/rule.js';
import type { Level } from './config/config.js';
import type { Presenter } from './presenter.js';
import type { Finding, Suppressed } from './report.js';
import { type Item, type Whereabouts } from './subject.js';
/** Where a finding comes in the order of a report. */
export interface Rank {
    readonly severity: Severity;
    readonly project: string;
    readonly file: string;
    readonly startLine: number;
    readonly startColumn: number;
    readonly ruleId: string;
}
/** A finding as far as it takes to order and count it. */
export interface Prospect extends Rank {
    readonly fingerprint: () => string;
    readonly isSuppressed: boolean;
    /** Makes the rest, which costs far more: texts with their secrets masked, snippets, a fix. */
    readonly tell: () => Finding | Suppressed;
}
/** A prospect, before anybody was asked whether it is ignored. */
export interface Frozen extends Prospect {
    readonly persona: Persona;
}
/** `undefined` where the configuration switches the finding off. `level`: what it says, if anything. */
export type Freeze = (item: Item, level: Level | undefined) => Frozen | undefined;
/** Items that are the same but for their number are told apart by their order, so every one of them has to come by. */
export declare function freezer(presenter: Presenter, where: Whereabouts): Freeze;
/** Makes the worst, `most` of those that are suppressed and of those that are not: no report tells of more. */
export declare function worstTold(prospects: readonly Prospect[], most: number): readonly Prospect[];
/** Of a finding that is made already. */
export declare function prospectOf(finding: Finding | Suppressed): Prospect;
export declare function worstFirst(a: Finding, b: Finding): number;
export declare function byRank(a: Rank, b: Rank): number;
export declare function summarize(findings: readonly Pick<Finding, 'severity'>[]): Readonly<Record<Severity, number>>;
