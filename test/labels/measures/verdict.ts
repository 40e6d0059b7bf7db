/** Whether one of the two rules on tiers speaks where a non-client entry meets a database, and is silent on what is segmented. */
import { missingTierSeparation } from '../../../src/rules/missing-tier-separation.js';
import type { RuleContext } from '../../../src/rules/rule.js';
import { sharedTierNetwork } from '../../../src/rules/shared-tier-network.js';
import type { Measure, Outcome } from '../measure.js';

export const verdict: Measure = {
  id: 'verdict of the tier rules',
  target: 0.95,
  judge: ({ label, project, topology }): Outcome => {
    const speaks = found({ project, topology });
    const meets = !label.edgeIsApp && label.dbReachableFromEdge.length > 0;
    if (meets) return { right: speaks ? 1 : 0, missed: speaks ? [] : [label.verdict], excess: [] };
    return { right: 0, missed: [], excess: speaks && label.verdict === 'segmented' ? ['segmented'] : [] };
  },
};

function found(context: RuleContext): boolean {
  const drafts = [missingTierSeparation, sharedTierNetwork].flatMap((rule) => [...rule.check(context)]);
  return drafts.some((draft) => draft.persona !== 'pedantic');
}
