import { type CanonicalRule } from './context.js';
export declare const portList: CanonicalRule;
