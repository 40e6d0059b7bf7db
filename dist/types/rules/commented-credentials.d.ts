import type { Rule } from './rule.js';
export declare const commentedCredentials: Rule;
