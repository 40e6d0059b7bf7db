import { type CanonicalRule } from './context.js';
/** Compose expands ranges without a limit; two full ranges are more than any project can publish on one address. */
export declare const MAX_EXPANDED_PORTS = 131072;
export declare const portList: CanonicalRule;
