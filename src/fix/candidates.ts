/** Findings with what their rules propose to do about them. */
import type { Finding } from '../analysis/report.js';
import type { Draft, FixProposal, Rule, RuleContext } from '../rules/rule.js';
import { regionOf } from '../source/text.js';

export interface Candidate {
  readonly finding: Finding;
  readonly subject: RuleContext;
  readonly proposal: FixProposal;
}

/** In the order of the findings; those whose rule proposes nothing are left out. */
export function candidatesOf(
  subjects: readonly RuleContext[],
  findings: readonly Finding[],
  rules: readonly Rule[],
): readonly Candidate[] {
  const reported = new Set(findings.map(({ ruleId }) => ruleId));
  const drafted = new Map<string, { readonly draft: Draft; readonly subject: RuleContext }[]>();
  for (const rule of rules) {
    if (!reported.has(rule.id)) continue;
    for (const subject of subjects) {
      for (const draft of rule.check(subject)) {
        const key = keyOfDraft(rule, draft);
        const known = drafted.get(key);
        if (known) known.push({ draft, subject });
        else drafted.set(key, [{ draft, subject }]);
      }
    }
  }
  return findings.flatMap((finding) => {
    const found = drafted.get(keyOfFinding(finding))?.shift();
    const proposal = found?.draft.fix;
    return proposal ? [{ finding, subject: found.subject, proposal }] : [];
  });
}

function keyOfDraft({ id }: Rule, { at, evidence }: Draft): string {
  const { startLine, startColumn } = regionOf(at);
  return JSON.stringify([id, at.source.path, startLine, startColumn, evidence]);
}

function keyOfFinding({ ruleId, locations: [{ file, startLine, startColumn }], evidence }: Finding): string {
  return JSON.stringify([ruleId, file, startLine, startColumn, evidence]);
}
