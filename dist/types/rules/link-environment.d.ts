import type { Rule } from './rule.js';
export declare const linkEnvironment: Rule;
