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

/** Where two values differ first, and in what. */
export function difference(what: string, actual: unknown, expected: unknown): string | undefined {
  return differenceAt(what, bare(actual), bare(expected));
}

function differenceAt(place: string, actual: unknown, expected: unknown): string | undefined {
  if (isDeepStrictEqual(actual, expected)) return undefined;
  if (!isObject(actual) || !isObject(expected) || Array.isArray(actual) !== Array.isArray(expected)) {
    return `${place}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`;
  }
  const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  return firstOf(...Array.from(keys, (key) => differenceAt(`${place}.${key}`, actual[key], expected[key])));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
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
