/** A problem of loading as the report tells it. */
import type { Problem } from '../compose/problem.js';
import { regionOf } from '../source/text.js';
import type { Gap } from './report.js';

/** `file`: where the problem has no place of its own. */
export function gapOf(problem: Problem, file: string): Gap {
  const { message, hint, at } = problem;
  const reason = hint === undefined ? message : `${message}; ${hint}`;
  if (!at) return { reason, file };
  const { startLine, startColumn } = regionOf(at);
  return { reason, file: at.source.path, startLine, startColumn };
}
