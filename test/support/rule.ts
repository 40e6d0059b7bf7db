/** A rule of which only what it finds matters. */
import type { Draft, Rule, RuleContext } from '../../src/rules/rule.js';

export function ruleThat(check: (context: RuleContext) => readonly Draft[]): Rule {
  return {
    id: 'speaks',
    title: '',
    severity: 'low',
    confidence: 'high',
    persona: 'regular',
    tags: [],
    docs: { summary: '', why: '', fix: '', suppress: '', bad: '', good: '', references: [] },
    check,
  };
}
