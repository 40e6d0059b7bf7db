/** Runs the rules over projects, applies what people decided about their findings, and freezes the rest into a report. */
import type { Rule } from '../rules/rule.js';
import { staleNotes } from './baseline.js';
import { type Demand, decisions } from './decide.js';
import { configuredDescriptors, descriptorsOf } from './descriptors.js';
import { summarize, worstFirst } from './finding.js';
import { commentIgnores } from './ignores/comment-ignores.js';
import { configIgnores } from './ignores/config-ignores.js';
import type { Ignores } from './ignores/ignore.js';
import { judgeOf } from './ignores/judge.js';
import { itemOf, unusedIgnore } from './ignores/unused-ignore.js';
import { presenterOf } from './presenter.js';
import type { Finding, Gap, Report, Suppressed } from './report.js';
import { runRules } from './run-rules.js';
import { pathFrom, type Subject, type Whereabouts } from './subject.js';

export interface AnalysisOptions extends Demand {
  readonly rules: readonly Rule[];
  readonly version: string;
  readonly engine: Report['engine'];
  /** What could not be read before there was a project. */
  readonly gaps?: readonly Gap[];
  /** Where the files are; by default their paths are taken as they are. */
  readonly where?: Whereabouts;
  /** Whether comments and configuration may ignore findings; true by default. */
  readonly ignores?: boolean;
  /** The day, as in `2027-01-31`; nothing expires without it. */
  readonly today?: string;
}

const AS_THEY_ARE: Whereabouts = { directory: '/', root: '/' };

export function analyze(subjects: readonly Subject[], options: AnalysisOptions): Report {
  const where = options.where ?? AS_THEY_ARE;
  const { items, gaps, notes, failedRules } = runRules(subjects, options.rules);
  const known = descriptorsOf(options.rules);
  const knownRules = new Set(known.map(({ id }) => id));
  const ignores = options.ignores === false ? NO_IGNORES : ignoresOf(subjects, knownRules, where);
  const judge = judgeOf(ignores, options.today, unusedIgnore.id);
  const presenter = presenterOf(items, subjects);
  const { hide } = presenter;
  const hidden = (gap: Gap): Gap => ({ ...gap, reason: hide(gap.reason), file: hide(gap.file) });
  const { decide, matched } = decisions(judge, presenter, where, options);
  const decided = items.flatMap(decide);
  const mistakes = judge.mistakes(failedRules).map((mistake) => itemOf(mistake, knownRules));
  const all = [...decided, ...mistakes.flatMap(decide)].sort(worstFirst);
  const findings = all.filter((finding) => !isSuppressed(finding));
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
    suppressed: all.filter(isSuppressed),
    gaps: [...(options.gaps ?? []), ...gaps].map(hidden),
    notes: [...notes, ...staleNotes(options.baselines ?? [], matched, filesOf(subjects, where))].map(hidden),
    summary: summarize(findings),
    rules: configuredDescriptors(
      known,
      subjects.map(({ config }) => config),
      new Set(all.map(({ ruleId }) => ruleId)),
    ),
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

function isSuppressed(finding: Finding | Suppressed): finding is Suppressed {
  return 'suppression' in finding;
}

/** As the baseline names them. */
function filesOf(subjects: readonly Subject[], where: Whereabouts): ReadonlySet<string> {
  return new Set(subjects.flatMap(({ project }) => project.files.map(({ path }) => pathFrom(where.root, path, where))));
}
