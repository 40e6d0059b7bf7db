/** One report of several: the shards of a run, or runs over different projects. */
import { summarize, worstFirst } from './finding.js';
import { inOrder, isSuppressed } from './order.js';
import type { Finding, Report, ReportProject } from './report.js';
import { missingShards, outcomesOf, type Sharded } from './shards.js';

export interface NamedReport {
  /** For messages. */
  readonly name: string;
  readonly report: Report;
}

/**
 * What is in several reports is in it once. Merging all shards of a run gives what the run would have given without them;
 * a shard that is missing is a gap. Throws a `UserError` where shards are not of one run.
 */
export function mergeReports(given: readonly [NamedReport, ...NamedReport[]], version: string): Report {
  const shards = given.flatMap(({ name, report: { shard } }): readonly Sharded<Finding>[] =>
    shard ? [{ name, shard }] : [],
  );
  const missing = missingShards(shards);
  const reports = inShardOrder(given.map(({ report }) => report));
  const outcomes = outcomesOf(shards.flatMap(({ shard }) => shard.ignores));
  const findings = [...reports.flatMap((report) => report.findings), ...outcomes.filter((each) => !isSuppressed(each))];
  const suppressed = [...reports.flatMap((report) => report.suppressed), ...outcomes.filter(isSuppressed)];
  const [{ report: first }] = given;
  const versions = new Set(reports.map(({ tool }) => tool.version));
  const told = once(findings, identityOf).toSorted(worstFirst);
  return {
    schemaVersion: first.schemaVersion,
    tool: { name: first.tool.name, version: versions.size === 1 ? first.tool.version : version },
    engine: first.engine,
    projects: once(projectsOf(reports), ({ name, files }) => JSON.stringify([name, files])),
    findings: told,
    suppressed: once(suppressed, identityOf).toSorted(worstFirst),
    gaps: inOrder([...reports.flatMap(({ gaps }) => gaps), ...missing.map((reason) => ({ reason, file: '' }))]),
    notes: inOrder(reports.flatMap(({ notes }) => notes)),
    summary: summarize(told),
    rules: [],
  };
}

/** Shards first, the first of them first; the others stay in their order. */
function inShardOrder(reports: readonly Report[]): readonly Report[] {
  return reports.toSorted((a, b) => (a.shard?.index ?? Infinity) - (b.shard?.index ?? Infinity) || 0);
}

/** Those of shards where the whole run has them. */
function projectsOf(reports: readonly Report[]): readonly ReportProject[] {
  const placed = reports.flatMap(({ projects, shard }) =>
    projects.map((project, index) => ({ project, position: shard ? (shard.positions[index] ?? 0) : Infinity })),
  );
  return placed
    .toSorted((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : 0))
    .map(({ project }) => project);
}

/** Two findings of the same identity are the same one, seen in two runs. */
function identityOf({ ruleId, fingerprint, locations: [{ file }] }: Finding): string {
  return JSON.stringify([ruleId, fingerprint, file]);
}

function once<Item>(items: readonly Item[], identity: (item: Item) => string): readonly Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const name = identity(item);
    return !seen.has(name) && seen.add(name);
  });
}

/** In what the reports differ though they should not, in sentences. */
export function differencesOf(given: readonly NamedReport[]): readonly string[] {
  return [
    differing('versions of the tool', given, ({ tool }) => `${tool.name} ${tool.version}`),
    differing('Engines', given, ({ engine }) => `${engine.line} (${engine.mode})`),
  ].flat();
}

function differing(what: string, given: readonly NamedReport[], nameOf: (report: Report) => string): readonly string[] {
  const users = new Map<string, string>();
  for (const { name, report } of given) if (!users.has(nameOf(report))) users.set(nameOf(report), name);
  if (users.size < 2) return [];
  const list = Array.from(users, ([value, name]) => `${value} in ${name}`);
  return [`the reports are of different ${what}: ${list.slice(0, 5).join(', ')}${list.length > 5 ? ', …' : ''}`];
}
