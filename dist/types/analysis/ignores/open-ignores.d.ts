import type { Finding, ReportShard, ShardIgnore, Suppressed } from '../report.js';
import type { Item, Subject } from '../subject.js';
import type { IgnoreVerdict } from './judge.js';
export interface Part {
    readonly shard: Omit<ReportShard, 'ignores'>;
    readonly subjects: readonly Subject[];
    readonly knownRules: ReadonlySet<string>;
    readonly decide: (item: Item) => readonly (Finding | Suppressed)[];
}
export declare function openIgnores(verdicts: readonly IgnoreVerdict[], part: Part): readonly ShardIgnore[];
