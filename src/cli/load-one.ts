/** Loads the one project that a command is about, and says on stderr what could not be read of it. */

import { gapOf } from '../analysis/gap.js';
import type { Gap } from '../analysis/report.js';
import { UserError } from '../compose/problem.js';
import type { RuleContext } from '../rules/rule.js';
import { loadSubjects } from '../run/projects.js';
import { logLine } from '../source/printable.js';
import type { Parsed } from './arguments.js';
import { hostOf } from './host.js';
import { selectionOf } from './options.js';
import type { World } from './world.js';

export interface LoadedOne {
  readonly subject: RuleContext;
  /** Whether nothing was missing. */
  readonly complete: boolean;
}

/** Further projects among the paths join the first one's networks. Throws a `UserError` where there is no project. */
export function loadOne(parsed: Parsed, world: World, paths: readonly string[]): LoadedOne {
  const { subjects, gaps } = loadSubjects(hostOf(parsed, world), selectionOf(parsed, world, paths));
  const [subject] = subjects;
  const missing = subject
    ? subject.project.problems
        .filter((problem) => problem.kind !== 'note')
        .map((problem) => gapOf(problem, subject.project.files[0]?.path ?? ''))
    : [];
  const all = [...gaps, ...missing];
  if (!subject) {
    const [first, ...rest] = all;
    for (const gap of rest) tellGap(world, gap);
    throw new UserError(first ? sentence(first) : 'nothing to analyze');
  }
  for (const gap of all) tellGap(world, gap);
  return { subject, complete: all.length === 0 };
}

/** Says on stderr what could not be read. */
export function tellGap(world: World, gap: Gap): void {
  world.stderr(`bulkhead: ${logLine(sentence(gap))}\n`);
}

function sentence({ file, startLine, startColumn, reason }: Gap): string {
  return `${file}${startLine === undefined ? '' : `:${startLine}:${startColumn ?? 1}`}: ${reason}`;
}
