/** Stages 9 and 13 of the loader: of list items that mean the same thing the last one counts (compose-go `EnforceUnicity`). */
import { type Mapping } from '../source/tree.js';
import { type StageResult } from './stage.js';
/** An item whose identity cannot be told is reported and left out. */
export declare function enforceUnicity(tree: Mapping): StageResult;
