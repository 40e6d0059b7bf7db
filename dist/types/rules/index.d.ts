/** Every rule, in the order in which documentation lists them. A test holds the list against the folder. */
import type { Rule } from './rule.js';
export declare const RULES: readonly Rule[];
