/** One check, as the command line and the Action run it: from what was asked to a report, and to whether it is good enough. */
import { analyzeBatches, type Batch } from '../analysis/analyze.js';
import { type Baseline, readBaseline } from '../analysis/baseline.js';
import type { Config, FailOn } from '../analysis/config/config.js';
import type { Needs } from '../analysis/presenter.js';
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
import { runOf } from './projects.js';
import type { Selection } from './selection.js';
import { VERSION } from './version.js';

/** Places of a search: together they take less memory than the program does, and a repository seldom has as many. */
export const TOGETHER = 200;

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
  /** What findings get of that which takes long; everything by default. */
  readonly needs?: Needs;
  /** Is told how far the run is. */
  readonly observe?: (step: Step) => void;
  /** How many places of a search are looked at together before they are forgotten, `subjects` and all. By default none is. */
  readonly together?: number;
}

export interface Step {
  /** Projects. */
  readonly read: number;
  readonly checked: number;
}

export interface Checked {
  readonly report: Report;
  /** The report's projects, in its order, for who wants to draw them or repair their files. */
  readonly subjects: readonly Subject[];
  readonly failOn: FailOn;
  readonly where: Whereabouts;
}

/** Throws a `UserError` where a configuration or a baseline is not what it should be. */
export function checkProjects(host: DiskHost, request: CheckRequest): Checked {
  const { selection, persona, minimumSeverity, needs, ignores = true, observe = () => undefined, together } = request;
  let step: Step = { read: 0, checked: 0 };
  const tell = (kind: keyof Step) => () => {
    step = { ...step, [kind]: step[kind] + 1 };
    observe(step);
  };
  const { batches, gaps, notes, directories, part } = runOf(host, selection, {
    observe: tell('read'),
    together,
  });
  const where = whereaboutsOf(host, selection, directories);
  const given = typeof request.baseline === 'string' ? [baselineAt(host, request.baseline, selection, where)] : [];
  const subjects: Subject[] = [];
  const configs = new Set<Config | undefined>();
  // Projects may have configurations of their own: the one that fails first counts.
  const failOn = () => request.failOn ?? strictest([...configs].map((config) => config?.failOn ?? 'high'));
  const report = analyzeBatches(noting(batches, configs, together === undefined ? subjects : undefined), {
    rules: RULES,
    version: VERSION,
    engine: { line: DEFAULT_ENGINE.line, mode: DEFAULT_ENGINE.mode, ...selection.engine },
    gaps,
    where,
    persona,
    minimumSeverity,
    ignores,
    needs,
    today: new Date().toISOString().slice(0, 10),
    limits: selection.limits,
    baselines: () => (request.baseline === undefined ? baselinesOf(host, configs, selection, where) : given),
    notes,
    shard: part && (() => ({ ...part, failOn: failOn() })),
    observe: tell('checked'),
  });
  return { report, subjects, failOn: failOn(), where };
}

/** Keeps what is to be known of the batches once they are judged; their subjects only where somebody wants them. */
function* noting(
  batches: Iterable<Batch>,
  configs: Set<Config | undefined>,
  subjects: Subject[] | undefined,
): Generator<Batch> {
  for (const batch of batches) {
    for (const subject of batch.subjects) {
      configs.add(subject.config);
      subjects?.push(subject);
    }
    yield batch;
  }
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

function baselinesOf(
  host: Host,
  configs: Iterable<Config | undefined>,
  selection: Selection,
  where: Whereabouts,
): readonly Baseline[] {
  const files = new Set([...configs].flatMap((config) => config?.baseline ?? []));
  return Array.from(files, (file) => baselineAt(host, file, selection, where));
}

function baselineAt(host: Host, file: string, { workingDirectory }: Selection, { directory }: Whereabouts): Baseline {
  return readBaseline(sourceAt(host, resolve(toPosix(workingDirectory), toPosix(file)), directory));
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
