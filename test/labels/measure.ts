/** How one property of the analysis is held against the labels. */
import type { Project } from '../../src/compose/project.js';
import type { RoleAssignment, Topology } from '../../src/topology/topology.js';
import type { Label } from './label.js';

/** A labelled project, loaded and analyzed. */
export interface Case {
  readonly label: Label;
  readonly project: Project;
  readonly topology: Topology;
  readonly roles: ReadonlyMap<string, RoleAssignment>;
}

/** What a measure found in one case. For plain accuracy every miss counts as `missed`, and nothing is in `excess`. */
export interface Outcome {
  readonly right: number;
  /** Labelled, and not found. */
  readonly missed: readonly string[];
  /** Found, and not labelled. */
  readonly excess: readonly string[];
}

export interface Measure {
  readonly id: string;
  /** What must hold: recall, and precision where there is such a thing. */
  readonly target: number;
  readonly judge: (labelled: Case) => Outcome;
}

/** Compares two sets of keys. `tolerated` count neither way. */
export function compare(
  expected: Iterable<string>,
  found: Iterable<string>,
  tolerated: Iterable<string> = [],
): Outcome {
  const wanted = new Set(expected);
  const got = new Set(found);
  const ignored = new Set(tolerated);
  return {
    right: [...wanted].filter((key) => got.has(key)).length,
    missed: [...wanted].filter((key) => !got.has(key)),
    excess: [...got].filter((key) => !wanted.has(key) && !ignored.has(key)),
  };
}
