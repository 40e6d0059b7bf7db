/** Runs the rules over projects, applies what people decided about their findings, and freezes the rest into a report. */
import type { Secret } from '../rules/credentials/secret.js';
import type { Rule } from '../rules/rule.js';
import { DEFAULT_LIMITS, type Limits, movedBy } from '../source/limits.js';
import { count } from '../source/words.js';
import { type Baseline, staleNotes } from './baseline.js';
import type { Config } from './config/config.js';
import { type Demand, decisions, heldAgainst } from './decide.js';
import { configuredDescriptors, descriptorsOf } from './descriptors.js';
import { byRank, type Prospect, prospectOf, summarize, worstTold } from './finding.js';
import { commentIgnores } from './ignores/comment-ignores.js';
import { configIgnores } from './ignores/config-ignores.js';
import type { Ignores } from './ignores/ignore.js';
import { judgeOf } from './ignores/judge.js';
import { openIgnores } from './ignores/open-ignores.js';
import { itemOf, unusedIgnore } from './ignores/unused-ignore.js';
import { inOrder, isSuppressed } from './order.js';
import { type Needs, presenterOf } from './presenter.js';
import type { Gap, Report, ReportProject, ReportShard, ShardIgnore } from './report.js';
import { runRules } from './run-rules.js';
import { outcomesOf } from './shards.js';
import { pathFrom, type Subject, type Whereabouts } from './subject.js';
import { type Veil, veilOf } from './veil.js';

/** Some of the projects of a run. Others have nothing to do with them: no file, no network in common. */
export interface Batch {
  readonly subjects: readonly Subject[];
  /** Of each subject, where it stands in the whole run; ascending. */
  readonly positions: readonly number[];
  /** What could not be read before there was a project. */
  readonly gaps: readonly Gap[];
}

export interface AnalysisOptions extends Demand {
  readonly rules: readonly Rule[];
  readonly version: string;
  readonly engine: Report['engine'];
  /** What is true of the run, whichever projects it has. */
  readonly gaps?: readonly Gap[];
  readonly notes?: readonly Gap[];
  /** Asked for once all subjects are judged: which baselines there are may hang on their configurations. */
  readonly baselines?: () => readonly Baseline[];
  /** Where the subjects are a part of a run; asked for then, too. */
  readonly shard?: (() => Omit<ReportShard, 'positions' | 'ignores'>) | undefined;
  /** Where the files are; by default their paths are taken as they are. */
  readonly where?: Whereabouts;
  /** Whether comments and configuration may ignore findings; true by default. */
  readonly ignores?: boolean;
  /** What findings get of that which takes long; everything by default. */
  readonly needs?: Needs | undefined;
  /** Is told each time that a subject is done. */
  readonly observe?: () => void;
  /** The day, as in `2027-01-31`; nothing expires without it. */
  readonly today?: string;
  readonly limits?: Limits | undefined;
}

const AS_THEY_ARE: Whereabouts = { directory: '/', root: '/' };

/** Of projects that were all loaded at once. */
export function analyze(subjects: readonly Subject[], options: AnalysisOptions): Report {
  return analyzeBatches([{ subjects, positions: subjects.map((_, index) => index), gaps: [] }], options);
}

/** Each batch is judged before the next one is asked for, and nothing but the findings is kept of it. */
export function analyzeBatches(batches: Iterable<Batch>, options: AnalysisOptions): Report {
  return reportOf(
    Array.from(batches, (batch) => judged(batch, options)),
    options,
  );
}

/** What a report needs to know of a batch. */
interface Judged {
  readonly projects: readonly { readonly position: number; readonly project: ReportProject }[];
  readonly findings: readonly Prospect[];
  readonly gaps: readonly Gap[];
  readonly notes: readonly Gap[];
  readonly fingerprints: () => ReadonlySet<string>;
  /** As the baseline names them. */
  readonly files: readonly string[];
  /** Those of configurations, for which another batch may have a use. */
  readonly ignores: readonly ShardIgnore[];
  readonly configs: ReadonlySet<Config | undefined>;
  readonly secrets: readonly Secret[];
}

function judged({ subjects, positions, gaps: unread }: Batch, options: AnalysisOptions): Judged {
  const where = options.where ?? AS_THEY_ARE;
  const { items, gaps, notes, failedRules } = runRules(subjects, options.rules, options.observe);
  const knownRules = new Set([...options.rules, unusedIgnore].map(({ id }) => id));
  const ignores = options.ignores === false ? NO_IGNORES : ignoresOf(subjects, knownRules, where);
  const judge = judgeOf(ignores.ignores, options.today, unusedIgnore.id);
  const presenter = presenterOf(items, subjects, options.needs);
  const { hide, secrets } = presenter;
  const { decide, fingerprints } = decisions(judge, presenter, where, options);
  const decided = items.flatMap(decide);
  const [open, closed] = partition(judge.verdicts(failedRules), ({ ignore }) => ignore.kind === 'config');
  const mistakes = [...ignores.mistakes, ...closed.flatMap(({ mistake }) => mistake ?? [])];
  const ofIgnores = mistakes.flatMap((mistake) => decide(itemOf(mistake, knownRules)));
  // Before the fingerprints are asked for: it decides, too.
  const ofOthers = openIgnores(open, { subjects, positions, knownRules, decide });
  return {
    projects: subjects.map(({ project }, index) => ({
      position: positions[index] ?? 0,
      project: {
        name: hide(project.name),
        files: project.files.map((file) => hide(file.path)),
        services: project.services.length,
      },
    })),
    findings: worstTold([...decided, ...ofIgnores], (options.limits ?? DEFAULT_LIMITS).findings),
    gaps: [...unread, ...gaps].map(hiddenBy(hide)),
    notes: notes.map(hiddenBy(hide)),
    fingerprints: fingerprints(),
    files: subjects.flatMap(({ project }) => project.files.map(({ path }) => pathFrom(where.root, path, where))),
    ignores: ofOthers,
    configs: new Set(subjects.map(({ config }) => config)),
    secrets,
  };
}

function reportOf(judgements: readonly Judged[], options: AnalysisOptions): Report {
  const { limits = DEFAULT_LIMITS } = options;
  const [baselines, shard] = [options.baselines?.() ?? [], options.shard?.()];
  const veil = veilOf(judgements.flatMap(({ secrets }) => secrets));
  // What is secret in one batch is so in all of them.
  const parts = judgements.length > 1 ? judgements.map((part) => veiled(part, veil)) : judgements;
  const ignores = parts.flatMap((part) => part.ignores);
  const ofIgnores = shard ? [] : outcomesOf(ignores).map(prospectOf);
  const all = [...parts.flatMap(({ findings }) => findings), ...ofIgnores]
    .map((finding) => heldAgainst(baselines, finding))
    .sort(byRank);
  const [suppressed, found] = partition(all, (finding) => finding.isSuppressed);
  const omitted = Math.max(0, found.length - limits.findings);
  const hidden = hiddenBy(veil.text);
  const fingerprints = () => new Set(parts.flatMap((part) => [...part.fingerprints()]));
  const files = new Set(parts.flatMap((part) => part.files));
  const projects = parts.flatMap((part) => part.projects).sort((a, b) => a.position - b.position);
  let described: Report['rules'] | undefined;
  return {
    schemaVersion: 1,
    tool: { name: 'bulkhead', version: options.version },
    engine: options.engine,
    projects: projects.map(({ project }) => project),
    findings: found.slice(0, limits.findings).map((finding) => finding.tell()),
    suppressed: suppressed
      .slice(0, limits.findings)
      .map((finding) => finding.tell())
      .filter(isSuppressed),
    gaps: inOrder([...(options.gaps ?? []).map(hidden), ...parts.flatMap(({ gaps }) => gaps)]),
    notes: inOrder([
      ...(omitted > 0 ? [omittedNote(omitted, limits)] : []),
      ...parts.flatMap(({ notes }) => notes),
      ...[...staleNotes(baselines, fingerprints, files), ...(options.notes ?? [])].map(hidden),
    ]),
    summary: summarize(found),
    ...(omitted > 0 && { omitted }),
    // Most formats have no use for them, and their texts are long.
    get rules() {
      described ??= configuredDescriptors(
        descriptorsOf(options.rules),
        [...new Set(parts.flatMap(({ configs }) => [...configs]))],
        new Set(all.map(({ ruleId }) => ruleId)),
      );
      return described;
    },
    ...(shard && { shard: { ...shard, positions: projects.map(({ position }) => position), ignores } }),
  };
}

function veiled(part: Judged, { text: hide, finding }: Veil): Judged {
  return {
    ...part,
    projects: part.projects.map(({ position, project: { name, files, services } }) => {
      return { position, project: { name: hide(name), files: files.map(hide), services } };
    }),
    findings: part.findings.map((prospect) => {
      const { project, file, tell } = prospect;
      return { ...prospect, project: hide(project), file: hide(file), tell: () => finding(tell()) };
    }),
    gaps: part.gaps.map(hiddenBy(hide)),
    notes: part.notes.map(hiddenBy(hide)),
    ignores: part.ignores.map(({ outcome, ...ignore }) => {
      return { ...ignore, ...(outcome && { outcome: finding(outcome) }) };
    }),
  };
}

function hiddenBy(hide: (text: string) => string): (gap: Gap) => Gap {
  return (gap) => ({ ...gap, reason: hide(gap.reason), file: hide(gap.file) });
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
