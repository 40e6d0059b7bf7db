/** Runs the rules over projects, applies what people decided about their findings, and freezes the rest into a report. */
import type { Rule } from '../rules/rule.js';
import { DEFAULT_LIMITS, type Limits, movedBy } from '../source/limits.js';
import { count } from '../source/words.js';
import { staleNotes } from './baseline.js';
import { type Demand, decisions } from './decide.js';
import { configuredDescriptors, descriptorsOf } from './descriptors.js';
import { summarize, worstFirst } from './finding.js';
import { commentIgnores } from './ignores/comment-ignores.js';
import { configIgnores } from './ignores/config-ignores.js';
import type { Ignores } from './ignores/ignore.js';
import { judgeOf } from './ignores/judge.js';
import { openIgnores } from './ignores/open-ignores.js';
import { itemOf, unusedIgnore } from './ignores/unused-ignore.js';
import { inOrder, isSuppressed } from './order.js';
import { presenterOf } from './presenter.js';
import type { Gap, Report, ReportShard } from './report.js';
import { runRules } from './run-rules.js';
import { pathFrom, type Subject, type Whereabouts } from './subject.js';

export interface AnalysisOptions extends Demand {
  readonly rules: readonly Rule[];
  readonly version: string;
  readonly engine: Report['engine'];
  /** What could not be read before there was a project. */
  readonly gaps?: readonly Gap[];
  readonly notes?: readonly Gap[];
  /** Where the subjects are a part of a run. */
  readonly shard?: Omit<ReportShard, 'ignores'> | undefined;
  /** Where the files are; by default their paths are taken as they are. */
  readonly where?: Whereabouts;
  /** Whether comments and configuration may ignore findings; true by default. */
  readonly ignores?: boolean;
  /** Is told after each subject how many are done. */
  readonly observe?: (done: number) => void;
  /** The day, as in `2027-01-31`; nothing expires without it. */
  readonly today?: string;
  readonly limits?: Limits | undefined;
}

const AS_THEY_ARE: Whereabouts = { directory: '/', root: '/' };

export function analyze(subjects: readonly Subject[], options: AnalysisOptions): Report {
  const where = options.where ?? AS_THEY_ARE;
  const { items, gaps, notes, failedRules } = runRules(subjects, options.rules, options.observe);
  const known = descriptorsOf(options.rules);
  const knownRules = new Set(known.map(({ id }) => id));
  const ignores = options.ignores === false ? NO_IGNORES : ignoresOf(subjects, knownRules, where);
  const judge = judgeOf(ignores.ignores, options.today, unusedIgnore.id);
  const presenter = presenterOf(items, subjects);
  const { hide } = presenter;
  const hidden = (gap: Gap): Gap => ({ ...gap, reason: hide(gap.reason), file: hide(gap.file) });
  const { decide, matched } = decisions(judge, presenter, where, options);
  const decided = items.flatMap(decide);
  const { shard } = options;
  const [open, closed] = partition(judge.verdicts(failedRules), ({ ignore }) => !!shard && ignore.kind === 'config');
  const mistakes = [...ignores.mistakes, ...closed.flatMap(({ mistake }) => mistake ?? [])];
  const all = [...decided, ...mistakes.flatMap((mistake) => decide(itemOf(mistake, knownRules)))].sort(worstFirst);
  const limits = options.limits ?? DEFAULT_LIMITS;
  const found = all.filter((finding) => !isSuppressed(finding));
  const findings = found.slice(0, limits.findings);
  const omitted = found.length - findings.length;
  return {
    schemaVersion: 1,
    tool: { name: 'bulkhead', version: options.version },
    engine: options.engine,
    projects: subjects.map(({ project }) => ({
      name: hide(project.name),
      files: project.files.map((file) => hide(file.path)),
      services: project.services.length,
    })),
    findings,
    suppressed: all.filter(isSuppressed).slice(0, limits.findings),
    gaps: inOrder([...(options.gaps ?? []), ...gaps].map(hidden)),
    notes: inOrder(
      [
        ...(omitted > 0 ? [omittedNote(omitted, limits)] : []),
        ...notes,
        ...staleNotes(options.baselines ?? [], matched, filesOf(subjects, where)),
        ...(options.notes ?? []),
      ].map(hidden),
    ),
    summary: summarize(found),
    ...(omitted > 0 && { omitted }),
    rules: configuredDescriptors(
      known,
      subjects.map(({ config }) => config),
      new Set(all.map(({ ruleId }) => ruleId)),
    ),
    ...(shard && { shard: { ...shard, ignores: openIgnores(open, { shard, subjects, knownRules, decide }) } }),
  };
}

/** The worst come first, so what is left out is no worse than what is kept. */
function omittedNote(omitted: number, limits: Limits): Gap {
  return {
    reason: `${count(omitted, 'more finding')}, the least severe, left out ${movedBy('findings', limits)}`,
    file: '',
  };
}

const NO_IGNORES: Ignores = { ignores: [], mistakes: [] };

function ignoresOf(subjects: readonly Subject[], knownRules: ReadonlySet<string>, where: Whereabouts): Ignores {
  const { ignores, mistakes } = commentIgnores(subjects, knownRules, isWhole);
  return { ignores: [...ignores, ...configIgnores(subjects, where, isWhole)], mistakes };
}

/** Whether all of a project could be read, and all of it was asked for. */
function isWhole({ project }: Subject): boolean {
  return project.disabledServices.length === 0 && project.problems.every((problem) => problem.kind === 'note');
}

function partition<Each>(all: readonly Each[], isFirst: (each: Each) => boolean): readonly [Each[], Each[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}

/** As the baseline names them. */
function filesOf(subjects: readonly Subject[], where: Whereabouts): ReadonlySet<string> {
  return new Set(subjects.flatMap(({ project }) => project.files.map(({ path }) => pathFrom(where.root, path, where))));
}
