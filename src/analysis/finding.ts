/** From an item to the finding of a report, and the order of findings. What nobody is told of is ranked and counted, never made. */
import { type Persona, SEVERITIES, type Severity } from '../rules/rule.js';
import { printable } from '../source/printable.js';
import { positionAt } from '../source/text.js';
import type { Level } from './config/config.js';
import { fingerprintOf, identityOf } from './fingerprint.js';
import { fixOf } from './fix.js';
import { compare, isSuppressed } from './order.js';
import type { Presenter } from './presenter.js';
import type { Finding, Suppressed } from './report.js';
import { firstFile, type Item, pathFrom, type Whereabouts } from './subject.js';

/** Where a finding comes in the order of a report. */
export interface Rank {
  readonly severity: Severity;
  readonly project: string;
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly ruleId: string;
}

/** A finding as far as it takes to order and count it. */
export interface Prospect extends Rank {
  readonly fingerprint: () => string;
  readonly isSuppressed: boolean;
  /** Makes the rest, which costs far more: texts with their secrets masked, snippets, a fix. */
  readonly tell: () => Finding | Suppressed;
}

/** A prospect, before anybody was asked whether it is ignored. */
export interface Frozen extends Prospect {
  readonly persona: Persona;
}

/** `undefined` where the configuration switches the finding off. `level`: what it says, if anything. */
export type Freeze = (item: Item, level: Level | undefined) => Frozen | undefined;

/** Items that are the same but for their number are told apart by their order, so every one of them has to come by. */
export function freezer(presenter: Presenter, where: Whereabouts): Freeze {
  const seen = new Map<string, number>();
  const { hide, needs } = presenter;
  return ({ rule, draft, subject }, level) => {
    const file = pathFrom(where.root, firstFile(subject.project), where);
    const first = identityOf(rule.id, file, draft.evidence, 0);
    const occurrence = seen.get(first) ?? 0;
    seen.set(first, occurrence + 1);
    if (level === 'off') return undefined;
    const { at, persona = rule.persona } = draft;
    const severity = level ?? draft.severity ?? rule.severity;
    const project = presenter.name(subject.project.name);
    const identity = occurrence === 0 ? first : identityOf(rule.id, file, draft.evidence, occurrence);
    const fingerprint = whenAsked(identity);
    const { line, column } = positionAt(at.source, at.start);
    return {
      severity,
      project,
      file: presenter.name(at.source.path),
      startLine: line,
      startColumn: column,
      ruleId: rule.id,
      persona,
      fingerprint,
      isSuppressed: false,
      tell: () => {
        const { fix, related } = draft;
        return {
          ruleId: rule.id,
          severity,
          confidence: draft.confidence ?? rule.confidence,
          persona,
          message: hide(draft.message),
          advice: hide(adviceText(draft.advice)),
          project,
          services: draft.services.map(presenter.name),
          evidence: Object.fromEntries(Object.entries(draft.evidence).map(([key, text]) => [key, hide(text)])),
          ...(draft.facts && level === undefined && { facts: draft.facts }),
          fingerprint: needs.fingerprints ? fingerprint() : '',
          locations: [presenter.location(draft), ...related.map(presenter.location)],
          ...(fix?.kind === 'plan' && { fix: fixOf(fix, hide) }),
        };
      },
    };
  };
}

/** Of a scope of its own: a finding that is told holds on to nothing of its project. */
function whenAsked(identity: string): () => string {
  let text = identity;
  let known: string | undefined;
  return () => {
    known ??= fingerprintOf(text);
    text = '';
    return known;
  };
}

/** Makes the worst, `most` of those that are suppressed and of those that are not: no report tells of more. */
export function worstTold(prospects: readonly Prospect[], most: number): readonly Prospect[] {
  const left = { open: most, suppressed: most };
  const ordered = prospects.length > most ? prospects.toSorted(byRank) : prospects;
  return ordered.map((prospect) => {
    const isTold = left[prospect.isSuppressed ? 'suppressed' : 'open']-- > 0;
    return isTold ? made(prospect) : prospect;
  });
}

function made(prospect: Prospect): Prospect {
  const finding = prospect.tell();
  return { ...prospect, tell: () => finding };
}

/** Of a finding that is made already. */
export function prospectOf(finding: Finding | Suppressed): Prospect {
  return {
    ...rankOf(finding),
    fingerprint: () => finding.fingerprint,
    isSuppressed: isSuppressed(finding),
    tell: () => finding,
  };
}

function rankOf({ severity, project, ruleId, locations }: Finding): Rank {
  const [{ file, startLine, startColumn }] = locations;
  return { severity, project, file, startLine, startColumn, ruleId };
}

/** Only the lines that a rule makes are lines: a name with a line break in it begins none. */
function adviceText(advice: string | readonly string[]): string {
  const lines = typeof advice === 'string' ? [advice] : advice;
  return lines.map((line) => line.replace(/[\r\n]/g, printable)).join('\n');
}

export function worstFirst(a: Finding, b: Finding): number {
  return byRank(rankOf(a), rankOf(b));
}

export function byRank(a: Rank, b: Rank): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compare(a.project, b.project) ||
    compare(a.file, b.file) ||
    a.startLine - b.startLine ||
    a.startColumn - b.startColumn ||
    compare(a.ruleId, b.ruleId)
  );
}

export function summarize(findings: readonly Pick<Finding, 'severity'>[]): Readonly<Record<Severity, number>> {
  const summary = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const finding of findings) summary[finding.severity]++;
  return summary;
}
