/** Changes of a text as data, and their application. */
import type { Range, SourceText } from './text.js';

/** Put a text in the place of a range; where the range is empty, insert it there. */
export interface TextEdit {
  readonly at: Range;
  readonly text: string;
}

/** In the order of the text, equal ones once; `undefined` where two touch the same characters. */
export function orderedEdits(edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const ordered = [...edits].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  const kept: TextEdit[] = [];
  for (const edit of ordered) {
    const last = kept.at(-1);
    if (last && isSame(last, edit)) continue;
    if (last && (edit.at.start < last.at.end || (isInsertion(last) && isInsertion(edit) && startsTogether(last, edit))))
      return undefined;
    kept.push(edit);
  }
  return kept;
}

/** The text with all edits made. They must be in order and must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { at, text: replacement } of edits) {
    pieces.push(text.slice(position, at.start), replacement);
    position = at.end;
  }
  pieces.push(text.slice(position));
  return pieces.join('');
}

export function replacement(source: SourceText, start: number, end: number, text: string): TextEdit {
  return { at: { source, start, end }, text };
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return startsTogether(a, b) && a.at.end === b.at.end && a.text === b.text;
}

function startsTogether(a: TextEdit, b: TextEdit): boolean {
  return a.at.start === b.at.start;
}

function isInsertion({ at }: TextEdit): boolean {
  return at.start === at.end;
}
