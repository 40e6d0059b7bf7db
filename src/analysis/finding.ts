/** From an item to the finding of a report, and the order of findings. */
import { SEVERITIES, type Severity } from '../rules/rule.js';
import { printable } from '../source/printable.js';
import type { Level } from './config/config.js';
import { fingerprintOf } from './fingerprint.js';
import { fixOf } from './fix.js';
import { compare } from './order.js';
import type { Presenter } from './presenter.js';
import type { Finding } from './report.js';
import { firstFile, type Item, pathFrom, type Whereabouts } from './subject.js';

/** `undefined` where the configuration switches the finding off. `level`: what it says, if anything. */
export type Freeze = (item: Item, level: Level | undefined) => Finding | undefined;

/** Items that are the same but for their number are told apart by their order, so every one of them has to come by. */
export function freezer(presenter: Presenter, where: Whereabouts): Freeze {
  const seen = new Map<string, number>();
  const { hide } = presenter;
  return ({ rule, draft, subject }, level) => {
    const file = pathFrom(where.root, firstFile(subject.project), where);
    const first = fingerprintOf(rule.id, file, draft.evidence, 0);
    const occurrence = seen.get(first) ?? 0;
    seen.set(first, occurrence + 1);
    if (level === 'off') return undefined;
    return {
      ruleId: rule.id,
      severity: level ?? draft.severity ?? rule.severity,
      confidence: draft.confidence ?? rule.confidence,
      persona: draft.persona ?? rule.persona,
      message: hide(draft.message),
      advice: hide(adviceText(draft.advice)),
      project: hide(subject.project.name),
      services: draft.services.map(hide),
      evidence: Object.fromEntries(Object.entries(draft.evidence).map(([key, text]) => [key, hide(text)])),
      ...(draft.facts && level === undefined && { facts: draft.facts }),
      fingerprint: occurrence === 0 ? first : fingerprintOf(rule.id, file, draft.evidence, occurrence),
      locations: [presenter.location(draft), ...draft.related.map(presenter.location)],
      ...(draft.fix?.kind === 'plan' && { fix: fixOf(draft.fix, hide) }),
    };
  };
}

/** Only the lines that a rule makes are lines: a name with a line break in it begins none. */
function adviceText(advice: string | readonly string[]): string {
  const lines = typeof advice === 'string' ? [advice] : advice;
  return lines.map((line) => line.replace(/[\r\n]/g, printable)).join('\n');
}

export function worstFirst(a: Finding, b: Finding): number {
  const [first, second] = [a.locations[0], b.locations[0]];
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compare(a.project, b.project) ||
    compare(first.file, second.file) ||
    first.startLine - second.startLine ||
    first.startColumn - second.startColumn ||
    compare(a.ruleId, b.ruleId)
  );
}

export function summarize(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const summary = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const finding of findings) summary[finding.severity]++;
  return summary;
}
