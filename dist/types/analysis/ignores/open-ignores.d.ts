import type { Prospect } from '../finding.js';
import type { ShardIgnore } from '../report.js';
import type { Item, Subject } from '../subject.js';
import type { IgnoreVerdict } from './judge.js';
export interface Part {
    readonly subjects: readonly Subject[];
    /** Of each subject, where it stands in the whole run. */
    readonly positions: readonly number[];
    readonly knownRules: ReadonlySet<string>;
    readonly decide: (item: Item) => readonly Prospect[];
}
export declare function openIgnores(verdicts: readonly IgnoreVerdict[], part: Part): readonly ShardIgnore[];
