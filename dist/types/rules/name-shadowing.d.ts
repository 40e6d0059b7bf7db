import type { Rule } from './rule.js';
export declare const nameShadowing: Rule;
