import type { Rule } from './rule.js';
export declare const secretNotMounted: Rule;
