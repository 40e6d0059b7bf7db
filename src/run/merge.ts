/** Joins reports that were written before: the shards of a run, or runs over different projects. */
import type { FailOn } from '../analysis/config/config.js';
import { unusedIgnore } from '../analysis/ignores/unused-ignore.js';
import { differencesOf, mergeReports } from '../analysis/merge-reports.js';
import type { Report } from '../analysis/report.js';
import { failOnOf } from '../analysis/shards.js';
import { UserError } from '../compose/problem.js';
import { mergeSarif } from '../report/merge-sarif.js';
import { readReport } from '../report/read-report.js';
import { RULES } from '../rules/index.js';
import type { SourceText } from '../source/text.js';
import { isAtLeast, type Verdict, verdictOf } from './check.js';
import { VERSION } from './version.js';

/** Bytes of one report. One finding takes about one thousand. */
export const MAX_REPORT_SIZE = 64 * 1024 * 1024;

export type Merged = {
  /** By what the shards say, unless something else is asked for. */
  readonly verdict: (failOn: FailOn | undefined) => Verdict;
  /** In what the reports differ though they should not, in sentences. */
  readonly differences: readonly string[];
} & (
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'sarif'; readonly text: string; readonly gaps: readonly string[] }
);

/** Throws a `UserError` where something is no report, and where reports do not go together. */
export function mergeTexts(sources: readonly SourceText[]): Merged {
  const read = sources.map(readReport);
  const reports = read.flatMap((each) =>
    each.kind === 'report' ? [{ name: each.source.path, report: each.report }] : [],
  );
  const logs = read.flatMap((each) => (each.kind === 'sarif' ? [{ name: each.source.path, log: each.log }] : []));
  const [first, ...others] = reports;
  const [log] = logs;
  if (!first) return log ? mergedLogs(logs) : nothingToMerge();
  if (log) {
    throw new UserError(`${first.name} is a report of bulkhead, ${log.name} a SARIF log: they do not go together`, {
      hint: 'Merge the ones, and then the others.',
    });
  }
  const report = mergeReports([first, ...others], VERSION);
  const own = failOnOf(reports.flatMap(({ report: { shard } }) => shard ?? []));
  return {
    kind: 'report',
    report,
    verdict: (failOn) => verdictOf(report, failOn ?? own),
    differences: differencesOf(reports),
  };
}

function nothingToMerge(): never {
  throw new UserError('merge takes reports', { hint: 'Example: bulkhead merge reports/*.json' });
}

function mergedLogs(logs: Parameters<typeof mergeSarif>[0]): Merged {
  const {
    text,
    severities,
    gaps,
    failOn: own,
    tools,
  } = mergeSarif(
    logs,
    [...RULES, unusedIgnore].map(({ id }) => id),
  );
  return {
    kind: 'sarif',
    text,
    gaps,
    verdict: (failOn = own) => {
      if (gaps.length > 0) return 'incomplete';
      const isFailure = severities.some((severity) => failOn !== 'never' && isAtLeast(severity, failOn));
      return isFailure ? 'findings' : 'passed';
    },
    differences: tools.length > 1 ? [`the logs are of different tools, a run each: ${tools.join(', ')}`] : [],
  };
}
