import type { Rule } from './rule.js';
export declare const RULES: readonly Rule[];
