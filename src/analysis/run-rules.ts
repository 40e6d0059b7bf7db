/** Runs every rule over every project: what a value is must be known before anything is shown, whatever is asked for. */
import type { Rule } from '../rules/rule.js';
import { gapOf } from './gap.js';
import type { Gap } from './report.js';
import { firstFile, type Item, type Subject } from './subject.js';

export interface Findings {
  readonly items: readonly Item[];
  readonly gaps: readonly Gap[];
  readonly notes: readonly Gap[];
  /** Rules that failed on some project. */
  readonly failedRules: ReadonlySet<string>;
}

/** `observe` is told after each subject. */
export function runRules(
  subjects: readonly Subject[],
  rules: readonly Rule[],
  observe: () => void = () => undefined,
): Findings {
  const items: Item[] = [];
  const gaps: Gap[] = [];
  const notes: Gap[] = [];
  const failedRules = new Set<string>();
  for (const subject of subjects) {
    const file = firstFile(subject.project);
    for (const problem of subject.project.problems) {
      if (problem.kind === 'note') notes.push(gapOf(problem, file));
      else gaps.push(gapOf(problem, file));
    }
    for (const rule of rules) {
      try {
        for (const draft of rule.check(subject)) items.push({ rule, draft, subject });
      } catch (error) {
        failedRules.add(rule.id);
        gaps.push({ reason: `the rule ${rule.id} failed: ${reasonOf(error)}`, file });
      }
    }
    observe();
  }
  return { items: subjects.length > 1 ? eachOnce(items) : items, gaps, notes, failedRules };
}

/**
 * A place that several projects have in common has its defects once, as the first project tells of them, unless it is
 * worse for another one.
 */
function eachOnce(items: readonly Item[]): readonly Item[] {
  const owners = new Map<string, Subject>();
  return items.filter(({ rule, draft, subject }) => {
    const { source, start, end } = draft.at;
    const key = JSON.stringify([rule.id, source.path, start, end, draft.severity ?? rule.severity]);
    const owner = owners.get(key) ?? subject;
    owners.set(key, owner);
    return owner === subject;
  });
}

/** A rule's own error may quote the text it choked on, which may be a secret: only its kind is told. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown error';
}
