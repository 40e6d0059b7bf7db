/** Collects problems, each once: merged trees are checked after every document, and would tell the same thing again. */
import type { Problem } from './problem.js';
export interface ProblemList {
    readonly add: (problem: Problem) => void;
    readonly all: () => readonly Problem[];
    readonly hasRefusal: () => boolean;
}
export declare function createProblemList(): ProblemList;
