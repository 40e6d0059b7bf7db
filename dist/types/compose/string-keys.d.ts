/** Stage 2: Compose refuses keys that YAML reads as something else than text, such as `1:` or `true:`. */
import type { Mapping } from '../source/tree.js';
import type { Problem } from './problem.js';
/** One problem for each such key; the key itself stays, as the text that was written. */
export declare function checkKeys(root: Mapping): readonly Problem[];
