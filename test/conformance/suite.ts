/** What a suite of conformance cases is, and how values are compared. */
import { isDeepStrictEqual } from 'node:util';
import type { StageResult } from '../../src/compose/stage.js';

export interface AnyCase {
  readonly id: string;
}

export interface Suite {
  readonly name: string;
  /** Below the folder with the cases; a part of a path. */
  readonly files: RegExp;
  /** The share of cases that must pass. */
  readonly threshold: number;
  /** What is different from what is expected; `undefined` where nothing is. */
  readonly run: (item: AnyCase) => string | undefined;
}

/** A suite over cases of one shape: the border at which untyped data gets its type. */
export function suite<Case extends AnyCase>(
  name: string,
  files: RegExp,
  threshold: number,
  run: (item: Case) => string | undefined,
): Suite {
  return { name, files, threshold, run: (item) => run(item as Case) };
}

export function difference(what: string, actual: unknown, expected: unknown): string | undefined {
  if (isDeepStrictEqual(bare(actual), bare(expected))) return undefined;
  return `${what}: ${JSON.stringify(bare(actual))} instead of ${JSON.stringify(bare(expected))}`;
}

/** Without prototypes and absent fields: what JSON sees. Go writes an empty list as null where nothing was allocated. */
function bare(value: unknown): unknown {
  const json = JSON.stringify(value);
  if (json === undefined) return undefined;
  return JSON.parse(json, (_key, inner) => (Array.isArray(inner) && inner.length === 0 ? null : inner));
}

export function refusalsOf({ problems }: Pick<StageResult, 'problems'>): readonly string[] {
  return problems.filter(({ kind }) => kind === 'refusal').map(({ message }) => message);
}

/** The first difference of several. */
export function firstOf(...differences: readonly (string | undefined)[]): string | undefined {
  return differences.find((found) => found !== undefined);
}
