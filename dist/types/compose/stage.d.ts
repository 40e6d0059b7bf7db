/** What every stage of the loader gives: a new tree, and what was wrong with the old one. */
import type { Range } from '../source/text.js';
import type { Mapping, Path } from '../source/tree.js';
import type { Problem } from './problem.js';
export interface StageResult {
    readonly tree: Mapping;
    readonly problems: readonly Problem[];
}
export declare function refusal(message: string, at: Range): Problem;
/** A path as Compose's messages show it; list items are `[]`. */
export declare function pathText(path: Path): string;
