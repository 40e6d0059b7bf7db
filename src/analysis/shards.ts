/** What the reports of shards need to become one: that they are all of one run, and what only all of them together can say. */
import { UserError } from '../compose/problem.js';
import { SEVERITIES } from '../rules/rule.js';
import type { FailOn } from './config/config.js';
import type { ReportShard, ShardIgnore } from './report.js';

/** `Outcome`: a finding, in the format of the report. */
export interface Shard<Outcome> extends Omit<ReportShard, 'ignores'> {
  readonly ignores: readonly (Omit<ShardIgnore, 'outcome'> & { readonly outcome?: Outcome })[];
}

export interface Sharded<Outcome> {
  /** The name of the report, for messages. */
  readonly name: string;
  readonly shard: Shard<Outcome>;
}

/** What to say of each shard whose report is not there. Throws a `UserError` where the reports are not of one run. */
export function missingShards(given: readonly Sharded<unknown>[]): readonly string[] {
  const [first] = given;
  if (!first) return [];
  const { run, count } = first.shard;
  const names = new Map<number, string>();
  for (const { name, shard } of given) {
    const { index } = shard;
    if (shard.run !== run || shard.count !== count) {
      throw new UserError(`${first.name} and ${name} are no shards of one run`, {
        hint: 'Shards see the same projects, at one commit, and count to the same number.',
      });
    }
    const known = names.get(index);
    if (known !== undefined) throw new UserError(`${known} and ${name} are both of shard ${index}/${count}`);
    names.set(index, name);
  }
  const missing = Array.from({ length: count }, (_, position) => position + 1).filter((index) => !names.has(index));
  const told = missing.slice(0, MOST_TOLD).map((index) => `the report of shard ${index}/${count} is missing`);
  return missing.length > MOST_TOLD ? [...told, `and those of ${missing.length - MOST_TOLD} more`] : told;
}

const MOST_TOLD = 20;

/** What is to be told of ignores for which no part of a run has a use, each as the part tells it that comes first. */
export function outcomesOf<Outcome>(given: Shard<Outcome>['ignores']): readonly Outcome[] {
  const heard = new Map<string, Shard<Outcome>['ignores'][number]>();
  const used = new Set<string>();
  for (const ignore of given) {
    if (ignore.isUsed) used.add(ignore.at);
    const known = heard.get(ignore.at);
    if (!known || ignore.order < known.order) heard.set(ignore.at, ignore);
  }
  return [...heard.values()].flatMap(({ at, outcome }) => (outcome && !used.has(at) ? [outcome] : []));
}

/** What the whole run fails on. A shard without projects has read no configuration. */
export function failOnOf(shards: readonly Pick<ReportShard, 'failOn' | 'positions'>[]): FailOn {
  return strictest(shards.filter(({ positions }) => positions.length > 0).map(({ failOn }) => failOn));
}

/** The one that fails first, from `critical`, the last, to `low`; `high` where nobody says anything. */
export function strictest(choices: Iterable<FailOn>): FailOn {
  const wanted = new Set(choices);
  return SEVERITIES.findLast((severity) => wanted.has(severity)) ?? (wanted.has('never') ? 'never' : 'high');
}
