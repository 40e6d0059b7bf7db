/** Collects problems, each once: merged trees are checked after every document, and would tell the same thing again. */
import { type Limits, movedBy } from '../source/limits.js';
import type { Range } from '../source/text.js';
import type { Problem, ProblemKind } from './problem.js';

export interface ProblemList {
  readonly add: (problem: Problem) => void;
  readonly all: () => readonly Problem[];
  readonly hasRefusal: () => boolean;
  /** Whether something was refused at exactly this place. */
  readonly isRefused: (at: Range) => boolean;
}

/** Of each kind the first are kept. */
export function createProblemList(limits: Limits): ProblemList {
  const problems: Problem[] = [];
  const counts = new Map<ProblemKind, number>();
  const known = new Map<string | undefined, Set<string>>();
  const refused = new Map<string | undefined, Set<string>>();
  let hasRefusal = false;
  return {
    add: (problem) => {
      const { kind, message, at } = problem;
      const count = counts.get(kind) ?? 0;
      if (count > limits.problems) return;
      const path = at?.source.path;
      const identity = at ? `${placeOf(at)} ${message}` : message;
      if (known.get(path)?.has(identity)) return;
      addTo(known, path, identity);
      counts.set(kind, count + 1);
      problems.push(count < limits.problems ? problem : withoutOthers(problem, limits));
      if (kind !== 'refusal') return;
      hasRefusal = true;
      if (at) addTo(refused, path, placeOf(at));
    },
    all: () => problems,
    hasRefusal: () => hasRefusal,
    isRefused: (at) => refused.get(at.source.path)?.has(placeOf(at)) === true,
  };
}

/** Stands where the first one is that is left out. */
function withoutOthers({ kind, at }: Problem, limits: Limits): Problem {
  const message = `more than ${limits.problems} problems: the others are left out ${movedBy('problems', limits)}`;
  return { kind, message, ...(at && { at }) };
}

function addTo(sets: Map<string | undefined, Set<string>>, path: string | undefined, text: string): void {
  const known = sets.get(path);
  if (known) known.add(text);
  else sets.set(path, new Set([text]));
}

function placeOf({ start, end }: Range): string {
  return `${start}:${end}`;
}
