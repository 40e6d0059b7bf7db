/** Provenance as lines: path, place, steps. */
import type { Provenance, ProvenanceStep } from '../compose/provenance.js';
import { logLine } from '../source/printable.js';

const WORDS: Readonly<Record<ProvenanceStep['how'], string>> = {
  alias: 'by an alias',
  'merge-key': 'by a merge key',
  override: 'instead of',
  extends: 'by extends',
  include: 'by include',
  default: 'added:',
  interpolated: 'from',
};

/** `services.web.image  compose.yaml:3:12  by an alias compose.yaml:9:5`. */
export function provenanceLine({ path, at, steps }: Provenance): string {
  const parts = [path.map(String).join('.'), placeText(at), ...steps.map(stepText)];
  return `${logLine(parts.join('  '))}\n`;
}

function stepText({ how, at, reason }: ProvenanceStep): string {
  return [WORDS[how], reason, at && placeText(at)].filter((part) => part !== undefined).join(' ');
}

function placeText({ file, startLine, startColumn }: Provenance['at']): string {
  return `${file}:${startLine}:${startColumn}`;
}
