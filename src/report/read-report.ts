/** Reads reports that bulkhead or another tool wrote: JSON of this tool, or SARIF. Whoever made them, they are checked first. */
import type { Log } from 'sarif';
import type { Finding, Gap, Location, Report, ReportShard, Suppressed } from '../analysis/report.js';
import { withoutLines } from '../analysis/snippet.js';
import { UserError } from '../compose/problem.js';
import { offsetOfFault, offsetOfValue } from '../source/json-place.js';
import type { SourceText } from '../source/text.js';
import { type ReportError, validate as validateReport } from './generated/report.js';
import { validate as validateLog } from './generated/sarif-input.js';

export type ReadReport =
  | { readonly kind: 'report'; readonly source: SourceText; readonly report: Report }
  | { readonly kind: 'sarif'; readonly source: SourceText; readonly log: Log };

/** Throws a `UserError` with the place of what is wrong, and without any of the text. */
export function readReport(source: SourceText): ReadReport {
  const data = parse(source);
  if (isDeep(data)) throw new UserError('this is nested too deeply for a report', { at: placeIn(source, 0) });
  const keys = typeof data === 'object' && data !== null ? Object.keys(data) : [];
  if (keys.includes('runs')) {
    if (validateLog(data)) return { kind: 'sarif', source, log: data as Log };
    throw mistakeIn(source, 'SARIF', validateLog.errors);
  }
  if (!keys.includes('schemaVersion')) {
    throw new UserError('this is neither a report of bulkhead nor a SARIF log', {
      at: placeIn(source, 0),
      hint: '`bulkhead check --format json` writes the one, `--format sarif` the other.',
    });
  }
  if (validateReport(data)) return { kind: 'report', source, report: reportOf(data as WrittenReport) };
  throw mistakeIn(source, 'a report', validateReport.errors);
}

function parse(source: SourceText): unknown {
  try {
    return JSON.parse(source.text);
  } catch {
    throw new UserError('this is no JSON', { at: placeIn(source, offsetOfFault(source.text)) });
  }
}

/** Whoever walks through it must come to an end. */
const DEEPEST = 100;

function isDeep(data: unknown): boolean {
  let level: readonly unknown[] = [data];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}

function mistakeIn(source: SourceText, what: string, errors: readonly ReportError[] | null | undefined): UserError {
  const [error] = errors ?? [];
  const path = (error?.instancePath ?? '')
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  const name = path.length > 0 ? path.join('/').slice(0, LONGEST_NAME) : 'it';
  const complaint = error ? complaintOf(error) : 'has another form';
  return new UserError(`no ${what.replace(/^a /, '')} that this version can read: ${name} ${complaint}`, {
    at: placeIn(source, offsetOfValue(source.text, path) ?? 0),
  });
}

/** A longer name is shown cut. */
const LONGEST_NAME = 200;

function complaintOf({ keyword, params }: ReportError): string {
  switch (keyword) {
    case 'type':
      return `must be ${article(String(params.type))}`;
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case 'enum':
      return `must be one of ${String(params.allowedValues).replaceAll(',', ', ')}`;
    case 'required':
      return `needs the key '${params.missingProperty}'`;
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `has the unknown key '${String(params.additionalProperty ?? params.unevaluatedProperty).slice(0, LONGEST_NAME)}'`;
    case 'minItems':
      return 'must not be empty';
    case 'minimum':
      return `must be at least ${params.limit}`;
    case 'maximum':
      return `must be at most ${params.limit}`;
    default:
      return 'has another form';
  }
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function placeIn(source: SourceText, at: number) {
  return { source, start: at, end: Math.min(at + 1, source.text.length) };
}

/** What `schemas/report.schema.json` describes. */
interface WrittenReport extends Omit<Report, 'findings' | 'suppressed' | 'notes' | 'rules' | 'shard'> {
  readonly findings: readonly WrittenFinding[];
  readonly suppressed: readonly (WrittenFinding & Pick<Suppressed, 'suppression'>)[];
  readonly gaps: readonly Omit<Gap, 'startColumn'>[];
  readonly shard?: Omit<ReportShard, 'ignores'> & {
    readonly ignores: readonly {
      readonly at: string;
      readonly isUsed: boolean;
      readonly order: number;
      readonly outcome?: WrittenFinding & Partial<Pick<Suppressed, 'suppression'>>;
    }[];
  };
}

interface WrittenFinding extends Omit<Finding, 'advice' | 'locations' | 'fix'> {
  readonly locations: readonly [WrittenLocation, ...WrittenLocation[]];
  readonly fix?: { readonly title: string; readonly safe: boolean };
}

type WrittenLocation = Omit<Location, 'snippet' | 'lineHash'>;

/** With nothing in the place of what is not written: source lines, advice, descriptions of rules, notes. */
function reportOf(written: WrittenReport): Report {
  const { shard, ...rest } = written;
  return {
    ...rest,
    findings: written.findings.map(findingOf),
    suppressed: written.suppressed.map(suppressedOf),
    notes: [],
    rules: [],
    ...(shard && {
      shard: {
        ...shard,
        ignores: shard.ignores.map(({ outcome, ...ignore }) => ({
          ...ignore,
          ...(outcome && { outcome: outcomeOf(outcome) }),
        })),
      },
    }),
  };
}

function outcomeOf(outcome: WrittenFinding & Partial<Pick<Suppressed, 'suppression'>>): Finding | Suppressed {
  const { suppression } = outcome;
  return suppression ? { ...findingOf(outcome), suppression } : findingOf(outcome);
}

function suppressedOf(finding: WrittenReport['suppressed'][number]): Suppressed {
  return { ...findingOf(finding), suppression: finding.suppression };
}

function findingOf({ locations: [first, ...others], fix, ...finding }: WrittenFinding): Finding {
  return {
    ...finding,
    advice: '',
    locations: [locationOf(first), ...others.map(locationOf)],
    ...(fix && { fix: { ...fix, edits: [] } }),
  };
}

function locationOf(location: WrittenLocation): Location {
  const { startLine, startColumn, endLine, endColumn } = location;
  const marked = { startLine, startColumn, endLine, endColumn };
  return { ...location, snippet: withoutLines(marked), lineHash: '' };
}
