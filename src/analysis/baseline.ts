/** The baseline: findings that were there when a team began to look, by their fingerprints. */
import { UserError } from '../compose/problem.js';
import type { SourceText } from '../source/text.js';
import type { Gap, Report } from './report.js';
import { pathFrom, type Whereabouts } from './subject.js';

export interface Baseline {
  readonly source: SourceText;
  /** By fingerprint. */
  readonly entries: ReadonlyMap<string, BaselineEntry>;
}

interface BaselineEntry {
  readonly ruleId: string;
  /** From the root of the repository. */
  readonly file: string;
  readonly services: readonly string[];
  readonly fingerprint: string;
}

const SCHEMA_VERSION = 1;

/** Sorted, so that a difference shows what came and went; names only, never a value. */
export function baselineText({ findings }: Report, where: Whereabouts): string {
  const entries = findings
    .map(({ ruleId, locations: [{ file }], services, fingerprint }): BaselineEntry => {
      return { ruleId, file: pathFrom(where.root, file, where), services, fingerprint };
    })
    .sort((a, b) => compare(orderOf(a), orderOf(b)));
  return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, findings: entries }, undefined, 2)}\n`;
}

/** Throws a `UserError`. */
export function readBaseline(source: SourceText): Baseline {
  const data = parse(source);
  const isKnown = isRecord(data) && data.schemaVersion === SCHEMA_VERSION && Array.isArray(data.findings);
  const entries: readonly unknown[] | undefined = isKnown && Array.isArray(data.findings) ? data.findings : undefined;
  if (!entries?.every(isEntry)) throw noBaseline(source);
  return { source, entries: new Map(entries.map((entry) => [entry.fingerprint, entry])) };
}

/** Counts the entries of analyzed files that no finding has any more. `fingerprintsOf`: gives those of all findings. */
export function staleNotes(
  baselines: readonly Baseline[],
  fingerprintsOf: () => ReadonlySet<string>,
  files: ReadonlySet<string>,
): readonly Gap[] {
  if (baselines.length === 0) return [];
  const fingerprints = fingerprintsOf();
  return baselines.flatMap(({ source, entries }) => {
    const stale = [...entries.values()].filter(
      ({ fingerprint, file }) => files.has(file) && !fingerprints.has(fingerprint),
    );
    if (stale.length === 0) return [];
    const what = stale.length === 1 ? '1 entry matches' : `${stale.length} entries match`;
    return [{ reason: `${what} nothing any more; \`bulkhead baseline\` writes the file anew`, file: source.path }];
  });
}

function parse(source: SourceText): unknown {
  try {
    return JSON.parse(source.text);
  } catch {
    throw noBaseline(source);
  }
}

function noBaseline(source: SourceText): UserError {
  return new UserError(`${source.path}: this is no baseline that this version can read`, {
    hint: '`bulkhead baseline --output FILE` writes one.',
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isEntry(value: unknown): value is BaselineEntry {
  return (
    isRecord(value) &&
    [value.ruleId, value.file, value.fingerprint].every((text) => typeof text === 'string') &&
    Array.isArray(value.services) &&
    value.services.every((name) => typeof name === 'string')
  );
}

function orderOf({ file, ruleId, services, fingerprint }: BaselineEntry): string {
  return JSON.stringify([file, ruleId, services, fingerprint]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
