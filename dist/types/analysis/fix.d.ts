/** A rule's plan as the report carries it: regions and texts. */
import type { FixPlan } from '../rules/rule.js';
import type { Fix } from './report.js';
export declare function fixOf({ title, safe, edits }: FixPlan): Fix;
