/** One SARIF log of several: the runs of a tool become one, those of other tools stay beside it. */
import type { Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import { failOnOf, missingShards, outcomesOf, type Shard, type Sharded } from '../analysis/shards.js';
import { UserError } from '../compose/problem.js';
import { jsonText } from './json-text.js';
import { cutNotice, notification, RESULTS } from './sarif.js';
import { type ArtifactList, isRemappable, remapResult } from './sarif-indices.js';
import { compareNotices, compareResults, severityOf } from './sarif-order.js';
import type { Severity } from './severity.js';

export interface NamedLog {
  /** For messages. */
  readonly name: string;
  readonly log: Log;
}

export interface MergedLog {
  readonly text: string;
  /** Of the results that nobody suppressed. */
  readonly severities: readonly Severity[];
  /** What was not analyzed, in sentences. */
  readonly gaps: readonly string[];
  /** What the shards say; `high` where there are none. */
  readonly failOn: Severity | 'never';
  /** Name and version of each tool. */
  readonly tools: readonly string[];
}

/** A run, the log it is of, and what it says of itself as a shard. */
interface Given {
  readonly name: string;
  readonly run: Run;
  readonly shard: Shard<Result> | undefined;
}

/**
 * `ruleOrder`: ids of rules in the order in which to write them; others follow as they were met. A result that is in
 * several logs is written once, by its fingerprints. Throws a `UserError` where an index leads nowhere, and where shards
 * are not of one run.
 */
export function mergeSarif(logs: readonly NamedLog[], ruleOrder: readonly string[]): MergedLog {
  const given = logs.flatMap(({ name, log }) => log.runs.map((run): Given => ({ name, run, shard: shardOf(run) })));
  const shards = given.filter(isSharded);
  const missing = missingShards(shards);
  const groups = new Map<string, Given[]>();
  for (const [index, each] of given.entries()) {
    const key = isRemappable(each.run) ? identityOf(each.run) : `alone ${index}`;
    const known = groups.get(key);
    if (known) known.push(each);
    else groups.set(key, [each]);
  }
  const runs = Array.from(groups.values(), (members) => {
    const notices = members.some(isSharded) ? missing.map((text) => notification('gap', 'warning', text)) : [];
    return joined(members, ruleOrder, notices);
  });
  const [schema] = logs.flatMap(({ log }) => log.$schema ?? []);
  const results = runs.flatMap((run) => run.results ?? []);
  return {
    text: jsonText({ ...(schema !== undefined && { $schema: schema }), version: '2.1.0', runs }),
    severities: results.filter(({ suppressions = [] }) => suppressions.length === 0).map(severityOf),
    gaps: runs
      .flatMap(noticesOf)
      .flatMap(({ descriptor, message }) => (descriptor?.id === 'gap' ? [message.text ?? ''] : [])),
    failOn: failOnOf(shards.map(({ shard }) => shard)),
    tools: runs.map(({ tool: { driver } }) =>
      `${driver.name} ${driver.semanticVersion ?? driver.version ?? ''}`.trim(),
    ),
  };
}

function shardOf({ properties }: Run): Shard<Result> | undefined {
  return properties?.shard;
}

function isSharded(given: Given): given is Given & Sharded<Result> {
  return given.shard !== undefined;
}

/** What runs must agree in to be one. */
function identityOf({ tool: { driver }, automationDetails, columnKind, originalUriBaseIds, properties }: Run): string {
  const { shard, ...others } = properties ?? {};
  const { name, version, semanticVersion } = driver;
  return JSON.stringify([name, version, semanticVersion, automationDetails, columnKind, originalUriBaseIds, others]);
}

function joined(members: readonly Given[], ruleOrder: readonly string[], notices: readonly Notification[]): Run {
  const ordered = members.toSorted((a, b) => indexOf(a) - indexOf(b) || 0);
  const [first] = ordered;
  if (!first) throw new Error('no runs to join');
  if (!isRemappable(first.run)) return first.run;
  const rules = rulesOf(ordered, ruleOrder);
  const ruleIndices = new Map(rules.map(({ id }, index) => [id, index]));
  const artifacts: ArtifactList = new Map();
  const remap = (each: Given, result: Result): Result => {
    const remapped = remapResult(result, each.run, { ruleIndices, artifacts });
    if (remapped) return remapped;
    throw new UserError(`${each.name}: a result of '${result.ruleId ?? ''}' has an index that leads nowhere`);
  };
  const found = ordered.flatMap((each) => (each.run.results ?? []).map((result) => remap(each, result)));
  const shards = ordered.filter(isSharded);
  const open = outcomesOf(
    shards.flatMap((each) =>
      each.shard.ignores.map(({ outcome, ...ignore }) => ({
        ...ignore,
        ...(outcome && { outcome: remap(each, outcome) }),
      })),
    ),
  );
  const isOwn = [...found, ...open].every(({ properties }) => properties?.severity !== undefined);
  const distinct = once([...found, ...open]);
  const results = isOwn ? distinct.toSorted(compareResults) : distinct;
  const kept = isOwn ? results.slice(0, RESULTS) : results;
  const cut = results.slice(kept.length).map((result) => ({ severity: severityOf(result) }));
  const { shard, ...properties } = first.run.properties ?? {};
  const { properties: _, ...run } = first.run;
  return {
    ...run,
    tool: { driver: { ...run.tool.driver, ...(run.tool.driver.rules && { rules: [...rules] }) } },
    ...(run.invocations && {
      invocations: invocationsOf(ordered, [...notices, ...(cut.length > 0 ? [cutNotice(cut)] : [])]),
    }),
    ...(artifacts.size > 0 && { artifacts: Array.from(artifacts.values(), ({ artifact }) => artifact) }),
    results: [...kept],
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

function indexOf({ shard }: Given): number {
  return shard?.index ?? Number.POSITIVE_INFINITY;
}

/** A shard without projects has no configuration either, and knows nothing of severities. */
function rulesOf(members: readonly Given[], ruleOrder: readonly string[]): readonly ReportingDescriptor[] {
  const telling = members.filter(({ shard }) => shard?.positions.length !== 0);
  const rules = new Map<string, ReportingDescriptor>();
  for (const { run } of telling.length > 0 ? telling : members) {
    for (const rule of run.tool.driver.rules ?? []) {
      const known = rules.get(rule.id);
      if (!known || rankOf(known) < rankOf(rule)) rules.set(rule.id, rule);
    }
  }
  const order = new Map(ruleOrder.map((id, index) => [id, index]));
  const place = ({ id }: ReportingDescriptor) => order.get(id) ?? ruleOrder.length;
  return [...rules.values()].sort((a, b) => place(a) - place(b));
}

const LEVELS = ['none', 'note', 'warning', 'error'];

/** Of one rule that two runs describe, the description that makes more of it counts. */
function rankOf({ defaultConfiguration: { rank = -1, level = 'warning' } = {} }: ReportingDescriptor): number {
  return LEVELS.indexOf(level) * 1000 + rank;
}

/** By rule, file and fingerprints; without fingerprints only what is equal in everything is the same. */
function once(results: readonly Result[]): readonly Result[] {
  const seen = new Set<string>();
  return results.filter((result) => {
    const { ruleId, locations = [], fingerprints = {}, partialFingerprints = {} } = result;
    const names = [fingerprints, partialFingerprints].map((each) => Object.entries(each).sort());
    const uri = locations[0]?.physicalLocation?.artifactLocation?.uri;
    const key = JSON.stringify(names.flat().length > 0 ? [ruleId, uri, ...names] : result);
    return !seen.has(key) && seen.add(key);
  });
}

function noticesOf({ invocations = [] }: Run): readonly Notification[] {
  return invocations.flatMap(({ toolExecutionNotifications = [] }) => toolExecutionNotifications);
}

function invocationsOf(members: readonly Given[], more: readonly Notification[]): NonNullable<Run['invocations']> {
  const all = members.flatMap(({ run }) => run.invocations ?? []);
  const told = [...members.flatMap(({ run }) => noticesOf(run)), ...more].sort(compareNotices);
  const executionSuccessful = all.every((invocation) => invocation.executionSuccessful);
  return [{ executionSuccessful, toolExecutionNotifications: told }];
}
