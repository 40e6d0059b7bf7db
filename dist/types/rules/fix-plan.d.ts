/** Makes proposals of what rules would change. */
import { type Change } from '../source/changes.js';
import type { Origin } from '../source/tree.js';
import type { FixPlan, FixProposal } from './rule.js';
/** A refusal where the changes cannot be made in the text. */
export declare function proposal(plan: Omit<FixPlan, 'kind' | 'edits'>): FixProposal;
export declare function refusal(reason: string): FixProposal;
/** Why what stands at an origin is not the service's own, if so. */
export declare function borrowed({ via }: Origin): string | undefined;
export declare function replaceText(at: Extract<Change, {
    kind: 'replace';
}>['at'], text: string): Change;
