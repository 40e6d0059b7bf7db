import type { Rule } from './rule.js';
export declare const undefinedReference: Rule;
