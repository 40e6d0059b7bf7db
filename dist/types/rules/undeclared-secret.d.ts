/** Services that ask for a secret which no file declares. */
import type { Rule } from './rule.js';
export declare const undeclaredSecret: Rule;
