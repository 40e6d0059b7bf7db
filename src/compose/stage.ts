/** What every stage of the loader gives: a new tree, and what was wrong with the old one. */
import type { Range } from '../source/text.js';
import type { Mapping, Path } from '../source/tree.js';
import type { Problem } from './problem.js';

export interface StageResult {
  readonly tree: Mapping;
  readonly problems: readonly Problem[];
}

export function refusal(message: string, at: Range): Problem {
  return { kind: 'refusal', message, at };
}

/** A path as Compose's messages show it; list items are `[]`. */
export function pathText(path: Path): string {
  return path.map((key) => (typeof key === 'number' ? '[]' : key)).join('.');
}
