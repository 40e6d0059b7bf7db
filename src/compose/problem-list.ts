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
  const known = new Map<string | undefined, Set<string>>();
  const refused = new Map<string | undefined, Set<string>>();
  let hasRefusal = false;
  return {
    add: (problem) => {
      const { message, at } = problem;
      const path = at?.source.path;
      const identity = at ? `${placeOf(at)} ${message}` : message;
      if (known.get(path)?.has(identity)) return;
      addTo(known, path, identity);
      problems.push(problem);
      if (problem.kind !== 'refusal') return;
      hasRefusal = true;
      if (at) addTo(refused, path, placeOf(at));
    },
    all: () => problems,
    hasRefusal: () => hasRefusal,
    isRefused: (at) => refused.get(at.source.path)?.has(placeOf(at)) === true,
  };
}

function addTo(sets: Map<string | undefined, Set<string>>, path: string | undefined, text: string): void {
  const known = sets.get(path);
  if (known) known.add(text);
  else sets.set(path, new Set([text]));
}

function placeOf({ start, end }: Range): string {
  return `${start}:${end}`;
}
