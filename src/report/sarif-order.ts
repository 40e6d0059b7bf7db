/** The order of results and notifications of a SARIF log, where they came from several. */
import type { Notification, Result, Location as SarifLocation } from 'sarif';
import { compare } from '../analysis/order.js';
import { type Severity, WORST_FIRST } from './severity.js';

const SEVERITY_OF_LEVEL: Readonly<Record<string, Severity>> = {
  error: 'high',
  warning: 'medium',
  note: 'low',
  none: 'low',
};

/** As bulkhead wrote it; of other tools' results by their level. */
export function severityOf({ level = 'warning', properties }: Result): Severity {
  return WORST_FIRST.find((severity) => severity === properties?.severity) ?? SEVERITY_OF_LEVEL[level] ?? 'medium';
}

/** As a report has its findings: worst first, then by project, file, place and rule. */
export function compareResults(a: Result, b: Result): number {
  const [first, second] = [placeOf(a.locations?.[0]), placeOf(b.locations?.[0])];
  return (
    WORST_FIRST.indexOf(severityOf(a)) - WORST_FIRST.indexOf(severityOf(b)) ||
    compare(String(a.properties?.project), String(b.properties?.project)) ||
    compare(first.file, second.file) ||
    first.line - second.line ||
    first.column - second.column ||
    compare(a.ruleId ?? '', b.ruleId ?? '')
  );
}

const KINDS = ['gap', 'note'];

/** Gaps, notes, and the rest; each by file, line, and what it says. */
export function compareNotices(a: Notification, b: Notification): number {
  const [first, second] = [placeOf(a.locations?.[0]), placeOf(b.locations?.[0])];
  const kind = ({ descriptor }: Notification) =>
    (KINDS.indexOf(descriptor?.id ?? '') + KINDS.length + 1) % (KINDS.length + 1);
  return (
    kind(a) - kind(b) ||
    compare(first.file, second.file) ||
    first.line - second.line ||
    compare(a.message.text ?? '', b.message.text ?? '')
  );
}

function placeOf(location: SarifLocation | undefined) {
  const { artifactLocation, region } = location?.physicalLocation ?? {};
  return { file: decoded(artifactLocation?.uri ?? ''), line: region?.startLine ?? 0, column: region?.startColumn ?? 0 };
}

/** A URI that is none stays as it is. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
