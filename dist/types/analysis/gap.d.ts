/** A problem of loading as the report tells it. */
import type { Problem } from '../compose/problem.js';
import type { Gap } from './report.js';
/** `file`: where the problem has no place of its own. */
export declare function gapOf(problem: Problem, file: string): Gap;
