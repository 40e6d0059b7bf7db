import { type CanonicalRule } from './context.js';
export declare const volumeMount: CanonicalRule;
export declare const deviceMapping: CanonicalRule;
/** Secrets and configs of services and builds. */
export declare const fileMount: CanonicalRule;
