/** The ignores in the comments of the Compose files. */
import type { Range, SourceText } from '../../source/text.js';
import { isDay } from '../day.js';
import type { Item, Subject } from '../subject.js';
import { type IgnoreComment, ignoreCommentsIn } from './comments.js';
import type { Ignore, IgnoreMistake, IgnoreProblem, Ignores } from './ignore.js';
import { type Outline, outlineOf } from './outline.js';

/** `isWhole`: whether all of a project could be read and judged. */
export function commentIgnores(
  subjects: readonly Subject[],
  knownRules: ReadonlySet<string>,
  isWhole: (subject: Subject) => boolean,
): Ignores {
  const read = filesOf(subjects).flatMap((file) => {
    const comments = ignoreCommentsIn(file.source);
    if (comments.length === 0) return [];
    const outline = outlineOf(file.source, new Set(comments.map(({ line }) => line)));
    return comments.map((comment): Ignores => {
      const mistakes = mistakesIn(comment, file, outline, knownRules);
      const isVoid = mistakes.some(({ problem }) => problem !== 'unknown-rule');
      const rules = isVoid ? [] : comment.rules.filter(({ id }) => knownRules.has(id));
      return {
        ignores: rules.map(({ id, at }) => ({
          kind: 'comment',
          rule: id,
          at,
          reason: comment.reason,
          owner: undefined,
          expires: comment.expires,
          covers: coverage(comment, file, outline),
          seenWhole: file.users.every(isWhole),
          isConcerned: true,
          subject: file.users[0],
        })),
        mistakes,
      };
    });
  });
  return {
    ignores: read.flatMap(({ ignores }) => ignores),
    mistakes: read.flatMap(({ mistakes }) => mistakes),
  };
}

function mistakesIn(
  { rules, reason, expires, scope, at }: IgnoreComment,
  file: File,
  { contentStart }: Outline,
  knownRules: ReadonlySet<string>,
): readonly IgnoreMistake[] {
  const mistake = (problem: IgnoreProblem, rule: string, place: Range): IgnoreMistake => {
    return { problem, kind: 'comment', rule, at: place, subject: file.users[0] };
  };
  const whole = (problem: IgnoreProblem): IgnoreMistake => mistake(problem, rules.map(({ id }) => id).join(','), at);
  if (rules.length === 0) return [whole('no-rule')];
  const unknown = rules
    .filter(({ id }) => !knownRules.has(id))
    .map((rule) => mistake('unknown-rule', rule.id, rule.at));
  if (!/[\p{L}\p{N}]/u.test(reason.text)) return [...unknown, whole('no-reason')];
  if (expires !== undefined && !isDay(expires)) return [...unknown, whole('no-day')];
  return scope === 'file' && at.start > contentStart ? [...unknown, whole('misplaced')] : unknown;
}

/** What a comment on a service's key says holds for the service, in whichever file it goes on. */
function coverage(comment: IgnoreComment, file: File, { extents }: Outline): Ignore['covers'] {
  const extent = extents.get(comment.line);
  const isHere = ({ draft }: Item): boolean => draft.at.source.path === file.source.path;
  if (comment.scope === 'file' || !extent) return isHere;
  const { start, end } = extent;
  const services = new Set(extent.services);
  return (item) => {
    const { at, services: about } = item.draft;
    if (isHere(item) && start <= at.start && at.start < end) return true;
    return about.length === 1 && services.has(about[0] ?? '') && file.users.includes(item.subject);
  };
}

/** A Compose file, and the projects that it is a part of. */
interface File {
  readonly source: SourceText;
  readonly users: readonly [Subject, ...Subject[]];
}

function filesOf(subjects: readonly Subject[]): readonly File[] {
  const files = new Map<string, { source: SourceText; users: [Subject, ...Subject[]] }>();
  for (const subject of subjects) {
    for (const source of subject.project.files) {
      const known = files.get(source.path);
      if (known) known.users.push(subject);
      else files.set(source.path, { source, users: [subject] });
    }
  }
  return [...files.values()];
}
