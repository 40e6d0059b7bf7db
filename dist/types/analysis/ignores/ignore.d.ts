/** A decision to live with findings of one rule, wherever it is written. */
import type { Range } from '../../source/text.js';
import type { Item, Subject } from '../subject.js';
export interface Ignore {
    readonly kind: 'comment' | 'config';
    readonly rule: string;
    /** The name of the rule, as written. */
    readonly at: Range;
    readonly reason: {
        readonly text: string;
        readonly at: Range;
    };
    readonly owner: string | undefined;
    /** The last day on which it counts, `2027-01-31`. */
    readonly expires: string | undefined;
    readonly covers: (item: Item) => boolean;
    /** Whether the run saw everything that it could be about: otherwise nobody can say that it ignores nothing. */
    readonly seenWhole: boolean;
    /** Whether it is clearly about some project of the run. */
    readonly isConcerned: boolean;
    /** A project that it concerns. */
    readonly subject: Subject;
}
/** Why an ignore does not do what its author wants. */
export type IgnoreProblem = 'unused' | 'expired' | 'unknown-rule' | 'no-rule' | 'no-reason' | 'no-day' | 'misplaced';
export interface IgnoreMistake {
    readonly problem: IgnoreProblem;
    readonly kind: Ignore['kind'];
    /** As written; several are joined by commas, and none is empty. */
    readonly rule: string;
    readonly at: Range;
    readonly subject: Subject;
}
export interface Ignores {
    readonly ignores: readonly Ignore[];
    readonly mistakes: readonly IgnoreMistake[];
}
