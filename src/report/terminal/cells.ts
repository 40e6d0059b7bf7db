/** Text as the cells of a terminal: what each character shows and how wide that is. */
import { hasInvisible, printable, spelledOut } from '../../source/printable.js';
import { COMMAND_PARTS } from '../workflow-commands.js';

/** One user-perceived character, or the spelled-out form of an invisible one. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  /** `[start, end)` in UTF-16 units of the text it is of. */
  readonly start: number;
  readonly end: number;
}

const TAB_STOP = 4;
/** A column each: letters of Latin scripts, and the usual punctuation. */
const SIMPLE = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*$/;
/** East Asian Width W and F (Unicode Standard Annex 11), by block. */
const WIDE =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/u;

let segmenter: Intl.Segmenter | undefined;

/** User-perceived characters. What they are is a large table, which is loaded for texts that need it. */
function* graphemesOf(text: string): Iterable<string> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/** `insideActions` also spells out what could make a workflow command of the text. */
export function cellsOf(text: string, insideActions: boolean): readonly Cell[] {
  const defused = insideActions ? new Set(Array.from(text.matchAll(COMMAND_PARTS), ({ index }) => index)) : new Set();
  const cells: Cell[] = [];
  let start = 0;
  let column = 0;
  for (const character of charactersOf(text)) {
    const shown = defused.has(start) ? spelledOut(character) : shownAs(character, column);
    const width = shown === character ? widthOfCharacter(character) : shown.length;
    cells.push({ text: shown, width, start, end: start + character.length });
    start += character.length;
    column += width;
  }
  return cells;
}

/** Whether each unit shows itself, in one column. */
export function isSimple(text: string): boolean {
  return SIMPLE.test(text);
}

/** Columns that printable text takes. */
export function widthOf(text: string): number {
  if (isSimple(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += widthOfCharacter(grapheme);
  return width;
}

/** Graphemes; one that hides an invisible character falls apart into code points. */
function* charactersOf(text: string): Iterable<string> {
  if (isSimple(text)) {
    yield* text;
    return;
  }
  for (const grapheme of graphemesOf(text)) {
    if (hasInvisible(grapheme)) yield* grapheme;
    else yield grapheme;
  }
}

function shownAs(character: string, column: number): string {
  return character === '\t' ? ' '.repeat(TAB_STOP - (column % TAB_STOP)) : printable(character);
}

function widthOfCharacter(character: string): number {
  if (isSimple(character)) return character.length;
  if (/^\p{M}/u.test(character)) return 0;
  const isEmoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\u{fe0f}/u.test(character);
  return isEmoji || WIDE.test(character) ? 2 : 1;
}
