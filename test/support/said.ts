/** All that a finding says, as lines: for cases that hold the wording, the places that explain it, and why it is graded so. */
import path from 'node:path';
import type { Draft, FixProposal, Place, Rule } from '../../src/rules/rule';
import { regionOf } from '../../src/source/text';

/** Paths are told from `directory`. */
export function said(rule: Rule, draft: Draft, directory: string): string {
  const { confidence = rule.confidence, persona = rule.persona, facts, fix } = draft;
  const grading = facts && [facts.from, facts.path, facts.target, `${facts.strength} evidence`].join(' x ');
  const lines = [
    `${placeOf(draft, directory)} ${persona} ${confidence} [${draft.services.join(' ')}]`,
    `  message: ${draft.message}`,
    `  advice: ${[draft.advice].flat().join('\n').replaceAll('\n', '\n    ')}`,
    ...draft.related.map((place) => `  see ${placeOf(place, directory)}`),
    ...(grading ? [`  graded: ${grading}`] : []),
    ...(fix ? [`  fix: ${fixText(fix)}`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function placeOf({ at, label }: Place, directory: string): string {
  const file = path.relative(directory, path.resolve(directory, at.source.path));
  const { startLine, startColumn } = regionOf(at);
  return `${file}:${startLine}:${startColumn} '${label}'`;
}

function fixText(fix: FixProposal): string {
  return fix.kind === 'refusal' ? `none: ${fix.reason}` : `${fix.title}${fix.safe ? '' : ' (unsafe)'}`;
}
