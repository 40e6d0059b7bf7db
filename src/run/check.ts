/** One check, as the command line and the Action run it: from what was asked to a report, and to whether it is good enough. */
import { analyze } from '../analysis/analyze.js';
import { type Baseline, readBaseline } from '../analysis/baseline.js';
import type { FailOn } from '../analysis/config/config.js';
import type { Report } from '../analysis/report.js';
import { strictest } from '../analysis/shards.js';
import type { Subject, Whereabouts } from '../analysis/subject.js';
import { resolve } from '../compose/file-path.js';
import type { Host } from '../compose/host.js';
import { RULES } from '../rules/index.js';
import type { Persona } from '../rules/rule.js';
import { SEVERITIES, type Severity } from '../rules/rule.js';
import { DEFAULT_ENGINE } from '../topology/engine.js';
import { type DiskHost, toPosix } from './disk.js';
import { rootFinder, sourceAt } from './find-config.js';
import { loadSubjects, type Selection } from './projects.js';
import { VERSION } from './version.js';

export interface CheckRequest {
  readonly selection: Selection;
  readonly persona: Persona;
  /** Findings below are left out, as if their rules did not exist. Comes before the configuration, as does what follows. */
  readonly minimumSeverity?: Severity | undefined;
  readonly failOn?: FailOn | undefined;
  /** A file that `bulkhead baseline` wrote; may be relative to the working directory. `false`: none at all. */
  readonly baseline?: string | false | undefined;
  /** Whether comments and configuration may ignore findings; true by default. */
  readonly ignores?: boolean;
  /** Is told how far the run is. */
  readonly observe?: (step: Step) => void;
}

/** `read`: how many are still to come is not known. */
export type Step =
  | { readonly kind: 'read'; readonly done: number; readonly total?: undefined }
  | { readonly kind: 'checked'; readonly done: number; readonly total: number };

export interface Checked {
  readonly report: Report;
  /** The report's projects, in its order, for who wants to draw them. */
  readonly subjects: readonly Subject[];
  readonly failOn: FailOn;
  readonly where: Whereabouts;
}

/** Throws a `UserError` where a configuration or a baseline is not what it should be. */
export function checkProjects(host: DiskHost, request: CheckRequest): Checked {
  const { selection, persona, minimumSeverity, ignores = true, observe = () => undefined } = request;
  let read = 0;
  const { subjects, gaps, notes, directories, part } = loadSubjects(host, selection, () =>
    observe({ kind: 'read', done: ++read }),
  );
  const where = whereaboutsOf(host, selection, directories);
  // Projects may have configurations of their own: the one that fails first counts.
  const failOn = request.failOn ?? strictest(subjects.map(({ config }) => config?.failOn ?? 'high'));
  const report = analyze(subjects, {
    rules: RULES,
    version: VERSION,
    engine: { line: DEFAULT_ENGINE.line, mode: DEFAULT_ENGINE.mode, ...selection.engine },
    gaps,
    where,
    persona,
    minimumSeverity,
    ignores,
    today: new Date().toISOString().slice(0, 10),
    limits: selection.limits,
    baselines: baselinesFor(host, request, subjects, where),
    notes,
    shard: part && { ...part, failOn },
    observe: (done) => observe({ kind: 'checked', done, total: subjects.length }),
  });
  return { report, subjects, failOn, where };
}

/**
 * The root is that of the repository that all projects of the run are in. Where there are several repositories it is the
 * working directory: which of them happens to come first must not change what the others are told.
 */
function whereaboutsOf(host: Host, selection: Selection, directories: readonly string[]): Whereabouts {
  const directory = selection.displayDirectory ?? toPosix(selection.workingDirectory);
  const rootOf = rootFinder(host);
  const roots = [...new Set(directories.map(rootOf))];
  const [outermost, ...others] = roots.sort((a, b) => (a?.length ?? 0) - (b?.length ?? 0));
  const isOne = outermost !== undefined && others.every((root) => root?.startsWith(`${outermost}/`));
  return { directory, root: (isOne ? outermost : rootOf(directory)) ?? directory };
}

function baselinesFor(
  host: Host,
  { baseline, selection }: CheckRequest,
  subjects: readonly Subject[],
  where: Whereabouts,
): readonly Baseline[] {
  if (baseline === false) return [];
  const files =
    baseline === undefined
      ? subjects.flatMap(({ config }) => config?.baseline ?? [])
      : [resolve(toPosix(selection.workingDirectory), toPosix(baseline))];
  return [...new Set(files)].map((file) => readBaseline(sourceAt(host, file, where.directory)));
}

export const FAIL_ON = [...SEVERITIES, 'never'] as const;

/** `incomplete`: a part was not judged at all, which weighs more than any finding; `nothing`: no shard has a project. */
export type Verdict = 'passed' | 'findings' | 'incomplete' | 'nothing';

export function verdictOf({ findings, gaps, projects, shard }: Report, failOn: FailOn): Verdict {
  if (gaps.length > 0) return 'incomplete';
  if (projects.length === 0 && !shard?.total) return 'nothing';
  if (failOn === 'never') return 'passed';
  return findings.some(({ severity }) => isAtLeast(severity, failOn)) ? 'findings' : 'passed';
}

export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}
