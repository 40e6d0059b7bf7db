import type { Rule } from './rule.js';
export declare const ineffectiveFileVariant: Rule;
