/** Collects problems, each once: merged trees are checked after every document, and would tell the same thing again. */
import type { Range } from '../source/text.js';
import type { Problem } from './problem.js';

export interface ProblemList {
  readonly add: (problem: Problem) => void;
  readonly all: () => readonly Problem[];
  readonly hasRefusal: () => boolean;
  /** Whether something was refused at exactly this place. */
  readonly isRefused: (at: Range) => boolean;
}

export function createProblemList(): ProblemList {
  const problems: Problem[] = [];
  const known = new Set<string>();
  const refused = new Set<string>();
  let hasRefusal = false;
  return {
    add: (problem) => {
      const { message, at } = problem;
      const identity = JSON.stringify([message, at?.source.path, at?.start, at?.end]);
      if (known.has(identity)) return;
      known.add(identity);
      problems.push(problem);
      if (problem.kind !== 'refusal') return;
      hasRefusal = true;
      if (at) refused.add(placeOf(at));
    },
    all: () => problems,
    hasRefusal: () => hasRefusal,
    isRefused: (at) => refused.has(placeOf(at)),
  };
}

function placeOf({ source, start, end }: Range): string {
  return JSON.stringify([source.path, start, end]);
}
