/** A problem of loading as the report tells it. */
import type { Problem } from '../compose/problem.js';
import { regionOf } from '../source/text.js';
import type { Gap } from './report.js';

/** `file`: where the problem has no place of its own. */
export function gapOf(problem: Problem, file: string): Gap {
  if (!problem.at) return { reason: problem.message, file };
  const { startLine, startColumn } = regionOf(problem.at);
  return { reason: problem.message, file: problem.at.source.path, startLine, startColumn };
}
