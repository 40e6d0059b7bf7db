/** Makes proposals of what rules would change. */
import { type Change, editsFor } from '../source/changes.js';
import type { Origin } from '../source/tree.js';
import type { FixPlan, FixProposal } from './rule.js';

/** A refusal where the changes cannot be made in the text. */
export function proposal(plan: Omit<FixPlan, 'kind' | 'edits'>): FixProposal {
  const edited = editsFor(plan.source, plan.changes);
  if (!edited.ok) return refusal(`the file cannot be changed safely: ${edited.reason}`);
  return { kind: 'plan', ...plan, edits: edited.edits };
}

export function refusal(reason: string): FixProposal {
  return { kind: 'refusal', reason };
}

/** Why what stands at an origin is not the service's own, if so. */
export function borrowed({ via }: Origin): string | undefined {
  for (const { how } of via) {
    if (how === 'alias' || how === 'merge-key') return 'it comes from an anchor that serves several places';
    if (how === 'extends') return 'it is inherited from a service that others may extend, too';
  }
  return undefined;
}

export function replaceText(at: Extract<Change, { kind: 'replace' }>['at'], text: string): Change {
  return { kind: 'replace', at, text };
}
