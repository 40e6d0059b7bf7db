/** Collects problems, each once: merged trees are checked after every document, and would tell the same thing again. */
import type { Problem } from './problem.js';

export interface ProblemList {
  readonly add: (problem: Problem) => void;
  readonly all: () => readonly Problem[];
  readonly hasRefusal: () => boolean;
}

export function createProblemList(): ProblemList {
  const problems: Problem[] = [];
  const known = new Set<string>();
  let refused = false;
  return {
    add: (problem) => {
      const { message, at } = problem;
      const identity = JSON.stringify([message, at?.source.path, at?.start, at?.end]);
      if (known.has(identity)) return;
      known.add(identity);
      problems.push(problem);
      refused ||= problem.kind === 'refusal';
    },
    all: () => problems,
    hasRefusal: () => refused,
  };
}
