/** Holds findings against the ignores, and keeps which of them were of use. */
import type { Item } from '../subject.js';
import type { Ignore, IgnoreMistake, Ignores } from './ignore.js';
export interface Judge {
    /** The first ignore that covers a finding. */
    readonly ignoreOf: (item: Item) => Ignore | undefined;
    /** What is wrong with the ignores, once all findings were held against them. `failedRules` could not say what they see. */
    readonly mistakes: (failedRules: ReadonlySet<string>) => readonly IgnoreMistake[];
}
/** `today`: `2027-01-31`; nothing expires without it. `ownRule`: the rule that tells of the mistakes. */
export declare function judgeOf({ ignores, mistakes }: Ignores, today: string | undefined, ownRule: string): Judge;
