/** Loads the one project that a command is about, and says on stderr what could not be read of it. */

import { gapOf } from '../analysis/gap.js';
import type { Gap } from '../analysis/report.js';
import { hiderFor } from '../analysis/secrets.js';
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
  /** Further projects that were given. */
  readonly others: readonly RuleContext[];
  /** Whether nothing was missing. */
  readonly complete: boolean;
  /** Masks what is secret in a text that is no piece of a file. */
  readonly hide: (text: string) => string;
}

/** Further projects among the paths join the first one's networks. Throws a `UserError` where there is no project. */
export function loadOne(parsed: Parsed, world: World, paths: readonly string[]): LoadedOne {
  const selection = selectionOf(parsed, world, paths);
  const { subjects, gaps } = loadSubjects(hostOf(parsed, world, selection), selection);
  const [subject, ...others] = subjects;
  const missing = subjects.flatMap(({ project }) =>
    project.problems
      .filter((problem) => problem.kind !== 'note')
      .map((problem) => gapOf(problem, project.files[0]?.path ?? '')),
  );
  const all = [...gaps, ...missing];
  if (!subject) {
    const [first, ...rest] = all;
    for (const gap of rest) tellGap(world, gap);
    throw new UserError(first ? sentence(first) : 'nothing to analyze');
  }
  const hide = hiderFor(subjects.map(({ project }) => project));
  for (const gap of all) world.stderr(`bulkhead: ${logLine(hide(sentence(gap)))}\n`);
  return { subject, others, complete: all.length === 0, hide };
}

/** Says on stderr what could not be read. */
export function tellGap(world: World, gap: Gap): void {
  world.stderr(`bulkhead: ${logLine(sentence(gap))}\n`);
}

function sentence({ file, startLine, startColumn, reason }: Gap): string {
  if (file === '') return reason;
  return `${file}${startLine === undefined ? '' : `:${startLine}:${startColumn ?? 1}`}: ${reason}`;
}
