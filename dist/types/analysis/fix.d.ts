/** A rule's plan as the report carries it: regions and texts. */
import type { FixPlan } from '../rules/rule.js';
import type { Fix } from './report.js';
/** Edits that would tell a secret are left out, and with them all the others: half a fix is none. */
export declare function fixOf({ title, safe, edits }: FixPlan, hide: (text: string) => string): Fix;
