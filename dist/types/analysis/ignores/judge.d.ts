/** Holds findings against the ignores, and keeps which of them were of use. */
import type { Item } from '../subject.js';
import type { Ignore, IgnoreMistake } from './ignore.js';
export interface Judge {
    /** The first ignore that covers a finding. */
    readonly ignoreOf: (item: Item) => Ignore | undefined;
    /** Of every ignore, once all findings were held against them. `failedRules` could not say what they see. */
    readonly verdicts: (failedRules: ReadonlySet<string>) => readonly IgnoreVerdict[];
}
export interface IgnoreVerdict {
    readonly ignore: Ignore;
    readonly isUsed: boolean;
    /** Absent where it is of use, or where nobody can say. */
    readonly mistake: IgnoreMistake | undefined;
}
/** `today`: `2027-01-31`; nothing expires without it. `ownRule`: the rule that tells of the mistakes. */
export declare function judgeOf(ignores: readonly Ignore[], today: string | undefined, ownRule: string): Judge;
