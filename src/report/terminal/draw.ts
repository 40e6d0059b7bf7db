/** Draws a block: numbered lines, the primary place underlined `^^^^`, related ones `----`, labels beside or below. */
import type { Block, Mark } from './blocks.js';
import { widthOf } from './cells.js';
import { type FittedLine, fitLine } from './line.js';
import { wrap } from './wrap.js';

export interface Pen {
  readonly primary: (text: string) => string;
  readonly related: (text: string) => string;
  /** Line numbers and what belongs to no source. */
  readonly frame: (text: string) => string;
  /** Untrusted text in a form that is safe on one line. */
  readonly show: (text: string) => string;
  readonly insideActions: boolean;
}

/** A mark within one line, in columns of the terminal. */
interface Underline {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly primary: boolean;
}

interface Piece {
  readonly column: number;
  readonly text: string;
  readonly primary: boolean;
}

/** Columns left for source however narrow the terminal is. */
const LEAST_WIDTH = 20;

/** `gutter` is the width of the line numbers, `width` that of the terminal. */
export function drawBlock(block: Block, gutter: number, width: number, pen: Pen): readonly string[] {
  const lanes = block.marks.filter((mark) => mark.startLine < mark.endLine);
  const room = Math.max(LEAST_WIDTH, width - gutter - 3 - 2 * lanes.length);
  const margin = pen.frame(`${' '.repeat(gutter)} |`);
  const out: string[] = [margin];
  let previous: number | undefined;
  for (const { number, text } of block.lines) {
    if (previous !== undefined && number > previous + 1)
      out.push(foldRow(gutter, lanesAt(lanes, previous, 'below', pen), pen));
    previous = number;
    const fitted = fitLine(text, room, focusOf(block.marks, number), pen.insideActions);
    const numbered = pen.frame(`${String(number).padStart(gutter)} |`);
    out.push(joined(numbered, lanesAt(lanes, number, 'source', pen) + fitted.text));
    const below = lanesAt(lanes, number, 'below', pen);
    for (const row of underlineRows(underlinesOf(block.marks, number, fitted), room, pen))
      out.push(joined(margin, below + row));
    for (const [lane, mark] of lanes.entries())
      if (mark.endLine === number)
        out.push(...closingRows(lanes, lane, fitted, room, pen).map((row) => joined(margin, row)));
  }
  return out;
}

function foldRow(gutter: number, lanes: string, pen: Pen): string {
  return `${pen.frame('...')}${' '.repeat(gutter)}${lanes}`.trimEnd();
}

function joined(margin: string, rest: string): string {
  return rest.trim() === '' ? margin : `${margin} ${rest}`;
}

/** The column of a line that must stay in sight: of the primary mark, else of the first. */
function focusOf(marks: readonly Mark[], line: number): number {
  const here = marks.filter((mark) => mark.startLine <= line && line <= mark.endLine);
  const mark = here.find(({ primary }) => primary) ?? here[0];
  return mark?.startLine === line ? mark.startColumn : 1;
}

function underlinesOf(marks: readonly Mark[], line: number, { columnOf }: FittedLine): readonly Underline[] {
  return marks.flatMap((mark) => {
    if (mark.startLine !== line || mark.endLine !== line) return [];
    const start = columnOf(mark.startColumn, 'start');
    const end = Math.max(start + 1, columnOf(mark.endColumn, 'end'));
    return [{ start, end, label: mark.label, primary: mark.primary }];
  });
}

function underlineRows(underlines: readonly Underline[], room: number, pen: Pen): readonly string[] {
  if (underlines.length === 0) return [];
  const beside = labelledBeside(underlines, room, pen);
  const pieces = strokesOf(underlines);
  if (beside) pieces.push({ column: beside.end + 1, text: pen.show(beside.label), primary: beside.primary });
  const below = underlines.filter((underline) => underline !== beside && underline.label !== '');
  return [rowOf(pieces, pen), ...labelsBelow(below, room, pen)];
}

/** The underline whose label can stand on its own row: nothing is to the right of it. */
function labelledBeside(underlines: readonly Underline[], room: number, pen: Pen): Underline | undefined {
  const end = Math.max(...underlines.map((underline) => underline.end));
  const last = underlines.filter((underline) => underline.end === end).sort((a, b) => b.start - a.start)[0];
  if (last === undefined || last.label === '') return undefined;
  return end + 1 + widthOf(pen.show(last.label)) <= room ? last : undefined;
}

/** Where marks overlap the primary one is seen. */
function strokesOf(underlines: readonly Underline[]): Piece[] {
  const [only, ...others] = underlines;
  if (only && others.length === 0) {
    const { start, end, primary } = only;
    return [{ column: start, text: (primary ? '^' : '-').repeat(end - start), primary }];
  }
  const columns: string[] = [];
  for (const { start, end, primary } of [...underlines].sort((a, b) => Number(a.primary) - Number(b.primary)))
    for (let column = start; column < end; column++) columns[column] = primary ? '^' : '-';
  const row = Array.from(columns, (stroke) => stroke ?? ' ').join('');
  return Array.from(row.matchAll(/\^+|-+/g), ({ 0: text, index }) => ({
    column: index,
    text,
    primary: text[0] === '^',
  }));
}

/** From right to left, each hanging on a line of `|` from its mark. */
function labelsBelow(underlines: readonly Underline[], room: number, pen: Pen): readonly string[] {
  const hanging = [...underlines].sort((a, b) => b.start - a.start);
  if (hanging.length === 0) return [];
  const rows = [rowOf(hanging.map(connector), pen)];
  for (const [index, { start, label, primary }] of hanging.entries()) {
    const shown = pen.show(label);
    const column = Math.min(start, Math.max(0, room - widthOf(shown)));
    const others = hanging.slice(index + 1).filter((other) => other.start < column);
    for (const text of wrap(shown, room - column))
      rows.push(rowOf([...others.map(connector), { column, text, primary }], pen));
  }
  return rows;
}

function connector({ start, primary }: Underline): Piece {
  return { column: start, text: '|', primary };
}

/** Pieces at their columns; of two at one column the first given is drawn. */
function rowOf(pieces: readonly Piece[], pen: Pen): string {
  let row = '';
  let at = 0;
  for (const { column, text, primary } of [...pieces].sort((a, b) => a.column - b.column)) {
    if (column < at) continue;
    row += ' '.repeat(column - at) + (primary ? pen.primary(text) : pen.related(text));
    at = column + widthOf(text);
  }
  return row;
}

/** The bars of marks over several lines, as they are beside a line of source or below it. */
function lanesAt(lanes: readonly Mark[], line: number, where: 'source' | 'below', pen: Pen): string {
  return lanes.map((mark) => `${laneAt(mark, line, where, pen)} `).join('');
}

function laneAt(mark: Mark, line: number, where: 'source' | 'below', pen: Pen): string {
  if (line < mark.startLine || line > mark.endLine) return ' ';
  return strokeOf(mark, pen)(line === mark.startLine && where === 'source' ? '/' : '|');
}

function strokeOf({ primary }: Mark, pen: Pen): (text: string) => string {
  return primary ? pen.primary : pen.related;
}

/** The row that ends a mark over several lines: `|____^ label`. Lanes that ended before it are closed already. */
function closingRows(
  lanes: readonly Mark[],
  lane: number,
  fitted: FittedLine,
  room: number,
  pen: Pen,
): readonly string[] {
  const mark = lanes[lane];
  if (mark === undefined) return [];
  const stroke = strokeOf(mark, pen);
  const left = lanes.slice(0, lane).map((other) => {
    return other.endLine > mark.endLine ? `${laneAt(other, mark.endLine, 'below', pen)} ` : '  ';
  });
  const end = Math.max(1, fitted.columnOf(mark.endColumn, 'end'));
  const tip = '_'.repeat(2 * (lanes.length - lane) - 1 + end - 1) + (mark.primary ? '^' : '-');
  const label = pen.show(mark.label);
  if (label === '' || end + 1 + widthOf(label) <= room) return [left.join('') + stroke(`|${tip} ${label}`.trimEnd())];
  return [
    left.join('') + stroke(`|${tip}`),
    ...wrap(label, room).map((text) => `${'  '.repeat(lanes.length)}${stroke(text)}`),
  ];
}
