/** Where each value of a project was written, and how it came to be where it is: `config --provenance`. */
import { type Range, regionOf } from '../source/text.js';
import type { Path, Scalar, Step, Tree } from '../source/tree.js';

export interface Place {
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ProvenanceStep {
  /** `interpolated`: the value, or a part of it, is that of a variable. */
  readonly how: Step['how'] | 'interpolated';
  /** Where the step is written; absent for a default, and for a variable of the environment. */
  readonly at?: Place;
  /** Why a default was added, or the name of a variable and where it comes from. */
  readonly reason?: string;
}

export interface Provenance {
  readonly path: Path;
  readonly at: Place;
  /** In the order in which they were taken. */
  readonly steps: readonly ProvenanceStep[];
}

/** One row for each scalar and each empty collection, in the order of the model. */
export function* provenanceOf(tree: Tree, path: Path = []): Generator<Provenance> {
  if (tree.kind === 'mapping' && tree.entries.size > 0) {
    for (const { name, value } of tree.entries.values()) yield* provenanceOf(value, [...path, name]);
  } else if (tree.kind === 'sequence' && tree.items.length > 0) {
    for (const [index, item] of tree.items.entries()) yield* provenanceOf(item, [...path, index]);
  } else {
    const variables = tree.kind === 'scalar' ? variablesOf(tree) : [];
    yield { path, at: placeOf(tree.at), steps: [...variables, ...tree.at.via.map(stepOf)] };
  }
}

function stepOf(step: Step): ProvenanceStep {
  return step.how === 'default' ? { how: step.how, reason: step.reason } : { how: step.how, at: placeOf(step.site) };
}

const ORIGINS = { environment: 'a variable', default: 'the default of', unset: 'unset:' } as const;

function variablesOf({ interpolation }: Scalar): readonly ProvenanceStep[] {
  return (interpolation?.substitutions ?? []).map(({ name, from, definition }) => ({
    how: 'interpolated',
    reason: `${ORIGINS[from]} ${name}`,
    ...(definition ? { at: placeOf(definition) } : {}),
  }));
}

function placeOf(range: Range): Place {
  return { file: range.source.path, ...regionOf(range) };
}
