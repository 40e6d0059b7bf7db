/** SARIF 2.1.0 for GitHub code scanning and everything else that reads it. */
import { gzipSync } from 'node:zlib';
import type { Log, Notification, Result, Run } from 'sarif';
import { isSuppressed } from '../analysis/order.js';
import type { Finding, Gap, Report, ReportShard, Suppressed } from '../analysis/report.js';
import { printable } from '../source/printable.js';
import { jsonText } from './json-text.js';
import type { RepositoryOptions } from './paths.js';
import { artifactLocation, resultOf, SOURCE_ROOT } from './sarif-result.js';
import { descriptorOf } from './sarif-rule.js';
import { count, countBySeverity } from './words.js';

export interface SarifOptions extends RepositoryOptions {
  /** Suppressed findings too, marked as such. GitHub opens alerts for them, so they are left out by default. */
  readonly includeSuppressed?: boolean;
  /** Tells the analyses of one commit apart; `bulkhead` by default. */
  readonly category?: string;
  /** Absolute URI under which `RULE.md` is found; without it a rule's first reference is its help. */
  readonly documentation?: string;
  /** Absolute URI of the tool's page. */
  readonly informationUri?: string;
  readonly maximumResults?: number;
  readonly maximumBytes?: number;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** GitHub takes 25,000 results of a run and shows 5,000. */
export const RESULTS = 5_000;
/** GitHub takes 10 MB, compressed. */
const BYTES = 10_000_000;
const NOTIFICATION_LIMIT = 1_000;

/** What a notification is about: something not analyzed, something worth knowing, or what the limits cut. */
type NotificationId = 'gap' | 'note' | 'cut';

/** Keeps the worst findings where limits force a choice; a notification then says what was cut. */
export function sarif(report: Report, options: SarifOptions): string {
  const { includeSuppressed = false, maximumResults = RESULTS, maximumBytes = BYTES } = options;
  const all = [...report.findings, ...(includeSuppressed ? report.suppressed : [])];
  let kept = Math.min(all.length, maximumResults);
  for (;;) {
    const log: Log = {
      $schema: SCHEMA,
      version: '2.1.0',
      runs: [runOf(report, options, all.slice(0, kept), all.slice(kept))],
    };
    const text = jsonText(log);
    const share = maximumBytes / compressedSize(text, maximumBytes);
    if (share >= 1 || kept === 0) return text;
    kept = Math.floor(kept * share * 0.9);
  }
}

/** The exact size only where it matters: compression takes longer than all the rest. */
function compressedSize(text: string, limit: number): number {
  const size = Buffer.byteLength(text);
  return size <= limit ? size : gzipSync(text).byteLength;
}

function runOf(
  report: Report,
  options: SarifOptions,
  kept: readonly (Finding | Suppressed)[],
  cut: readonly Finding[],
): Run {
  const { category = 'bulkhead', documentation, informationUri } = options;
  const ruleIndices = new Map(report.rules.map(({ id }, index) => [id, index]));
  const resultFor = (finding: Finding | Suppressed) => resultOf(finding, ruleIndices.get(finding.ruleId), options);
  const isWritten = (finding: Finding | Suppressed) => options.includeSuppressed || !isSuppressed(finding);
  return {
    tool: {
      driver: {
        name: report.tool.name,
        semanticVersion: report.tool.version,
        ...(informationUri !== undefined && { informationUri }),
        rules: report.rules.map((rule) => descriptorOf(rule, documentation)),
      },
    },
    automationDetails: { id: `${category}/` },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notificationsOf(report, cut, options) }],
    // Without a URI the file does not tell on which machine it was made.
    originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The root of the repository.' } } },
    columnKind: 'utf16CodeUnits',
    results: kept.map(resultFor),
    ...(report.shard && {
      properties: { shard: shardOf(report.shard, (outcome) => (isWritten(outcome) ? resultFor(outcome) : undefined)) },
    }),
  };
}

function notificationsOf({ gaps, notes }: Report, cut: readonly Finding[], options: SarifOptions): Notification[] {
  const notices = [
    ...gaps.map((gap) => noticeOf('gap', 'warning', gap, options)),
    ...notes.map((note) => noticeOf('note', 'note', note, options)),
  ];
  const kept = notices.slice(0, NOTIFICATION_LIMIT);
  const unsaid = notices.length - kept.length;
  if (unsaid > 0) kept.push(notification('cut', 'warning', `${count(unsaid, 'more notification')} left out.`));
  return cut.length > 0 ? [...kept, cutNotice(cut)] : kept;
}

export function cutNotice(cut: readonly Pick<Finding, 'severity'>[]): Notification {
  const text = `${count(cut.length, 'finding')} left out, the least severe: ${countBySeverity(cut)}.`;
  return notification('cut', 'warning', text);
}

/** What merging needs; an outcome that would not be written is left out. */
function shardOf({ ignores, ...shard }: ReportShard, resultFor: (finding: Finding | Suppressed) => Result | undefined) {
  return {
    ...shard,
    ignores: ignores.map(({ outcome, ...ignore }) => {
      const result = outcome && resultFor(outcome);
      return { ...ignore, ...(result && { outcome: result }) };
    }),
  };
}

function noticeOf(id: NotificationId, level: 'warning' | 'note', gap: Gap, options: SarifOptions): Notification {
  const { reason, file, startLine, startColumn } = gap;
  const region = startLine !== undefined && { startLine, ...(startColumn !== undefined && { startColumn }) };
  const place = { artifactLocation: artifactLocation(file, options), ...(region && { region }) };
  return { ...notification(id, level, reason), ...(file !== '' && { locations: [{ physicalLocation: place }] }) };
}

export function notification(id: NotificationId, level: 'warning' | 'note', text: string): Notification {
  return { descriptor: { id }, level, message: { text: printable(text) } };
}
