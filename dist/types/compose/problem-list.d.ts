/** Collects problems, each once: merged trees are checked after every document, and would tell the same thing again. */
import { type Limits } from '../source/limits.js';
import type { Range } from '../source/text.js';
import type { Problem } from './problem.js';
export interface ProblemList {
    readonly add: (problem: Problem) => void;
    readonly all: () => readonly Problem[];
    readonly hasRefusal: () => boolean;
    /** Whether something was refused at exactly this place. */
    readonly isRefused: (at: Range) => boolean;
}
/** Of each kind the first are kept. */
export declare function createProblemList(limits: Limits): ProblemList;
