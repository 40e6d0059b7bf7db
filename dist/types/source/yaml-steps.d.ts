/** Copies of trees whose every value has taken one more step, such as through an alias. */
import type { Step, Tree } from './tree.js';
/** As large as the tree itself: callers count it against their limit. */
export declare function copyWithStep(tree: Tree, step: Step): Tree;
/** Keys and values. Thousands of services may extend the same large one, so what was counted is known. */
export declare function sizeOf(tree: Tree): number;
