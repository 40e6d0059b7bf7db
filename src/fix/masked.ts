/** Texts as they may be shown, before and after edits: every secret hidden, every line where it was. */
import { MASK } from '../analysis/secrets.js';
import type { TextEdit } from '../source/edits.js';
import type { Range } from '../source/text.js';

interface Interval {
  readonly start: number;
  readonly end: number;
}

/** The text with the intervals hidden; line breaks and what indents the lines stay. */
export function maskedText(text: string, secrets: readonly Interval[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end } of [...secrets].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, position);
    if (end <= from) continue;
    pieces.push(text.slice(position, from), text.slice(from, end).replace(/[^\s][^\r\n]*/g, MASK));
    position = end;
  }
  pieces.push(text.slice(position));
  return pieces.join('');
}

/** Where the intervals are once the edits are made, both in order; what an edit takes away is gone. */
export function moved(secrets: readonly Range[], edits: readonly TextEdit[]): readonly Interval[] {
  const result: Interval[] = [];
  let next = 0;
  let shift = 0;
  for (const { start, end } of secrets) {
    for (let edit = edits[next]; edit && edit.at.end <= start; edit = edits[++next]) shift += growth(edit);
    let from = start;
    let inner = shift;
    for (let index = next; index < edits.length; index++) {
      const edit = edits[index];
      if (!edit || edit.at.start >= end) break;
      if (edit.at.start > from) result.push({ start: from + inner, end: edit.at.start + inner });
      from = Math.min(end, Math.max(from, edit.at.end));
      inner += growth(edit);
    }
    if (from < end) result.push({ start: from + inner, end: end + inner });
  }
  return result;
}

function growth({ at, text }: TextEdit): number {
  return text.length - (at.end - at.start);
}
