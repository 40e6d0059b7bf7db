import type { Rule } from './rule.js';
export declare const unusedSecret: Rule;
