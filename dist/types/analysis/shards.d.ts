import type { FailOn } from './config/config.js';
import type { ReportShard, ShardIgnore } from './report.js';
/** `Outcome`: a finding, in the format of the report. */
export interface Shard<Outcome> extends Omit<ReportShard, 'ignores'> {
    readonly ignores: readonly (Omit<ShardIgnore, 'outcome'> & {
        readonly outcome?: Outcome;
    })[];
}
export interface Sharded<Outcome> {
    /** The name of the report, for messages. */
    readonly name: string;
    readonly shard: Shard<Outcome>;
}
/** What to say of each shard whose report is not there. Throws a `UserError` where the reports are not of one run. */
export declare function missingShards(given: readonly Sharded<unknown>[]): readonly string[];
/** What is to be told of ignores for which no part of a run has a use, each as the part tells it that comes first. */
export declare function outcomesOf<Outcome>(given: Shard<Outcome>['ignores']): readonly Outcome[];
/** What the whole run fails on. A shard without projects has read no configuration. */
export declare function failOnOf(shards: readonly Pick<ReportShard, 'failOn' | 'positions'>[]): FailOn;
/** The one that fails first, from `critical`, the last, to `low`; `high` where nobody says anything. */
export declare function strictest(choices: Iterable<FailOn>): FailOn;
