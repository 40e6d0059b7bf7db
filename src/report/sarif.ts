/** SARIF 2.1.0 for GitHub code scanning and everything else that reads it. */
import { gzipSync } from 'node:zlib';
import type { Log, Notification, Run } from 'sarif';
import type { Finding, Gap, Report, Suppressed } from '../analysis/report.js';
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
const RESULTS = 5_000;
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
    results: kept.map((finding) => resultOf(finding, ruleIndices.get(finding.ruleId), options)),
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
  if (cut.length > 0) {
    const text = `${count(cut.length, 'finding')} left out, the least severe: ${countBySeverity(cut)}.`;
    kept.push(notification('cut', 'warning', text));
  }
  return kept;
}

function noticeOf(id: NotificationId, level: 'warning' | 'note', gap: Gap, options: SarifOptions): Notification {
  const { reason, file, startLine, startColumn } = gap;
  const region = startLine !== undefined && { startLine, ...(startColumn !== undefined && { startColumn }) };
  const place = { artifactLocation: artifactLocation(file, options), ...(region && { region }) };
  return { ...notification(id, level, reason), ...(file !== '' && { locations: [{ physicalLocation: place }] }) };
}

function notification(id: NotificationId, level: 'warning' | 'note', text: string): Notification {
  return { descriptor: { id }, level, message: { text: printable(text) } };
}
