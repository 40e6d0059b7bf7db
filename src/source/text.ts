/** Texts with a name, and places in them. Offsets count UTF-16 units from 0; lines and columns count from 1. */

export interface SourceText {
  /** As the user would write it: relative to the working directory where that is shorter, `/` as separator. */
  readonly path: string;
  readonly text: string;
}

/** The half-open interval `[start, end)` of a text. */
export interface Range {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  /** Exclusive: the column after the last unit. */
  readonly endColumn: number;
}

const lineStartsOf = new WeakMap<SourceText, readonly number[]>();

/** Offsets at which lines begin. CRLF, LF and a lone CR end a line, as in YAML 1.2 section 5.4. */
export function lineStarts(source: SourceText): readonly number[] {
  const known = lineStartsOf.get(source);
  if (known) return known;
  const starts = [0];
  const { text } = source;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || (unit === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  lineStartsOf.set(source, starts);
  return starts;
}

export function positionAt(source: SourceText, offset: number): Position {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

export function regionOf(range: Range): Region {
  const start = positionAt(range.source, range.start);
  const end = positionAt(range.source, range.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** The text of one line (counted from 1), without its line end. */
export function lineText(source: SourceText, line: number): string {
  const starts = lineStarts(source);
  const start = starts[line - 1];
  if (start === undefined) return '';
  const end = starts[line] ?? source.text.length;
  return source.text.slice(start, end).replace(/\r?\n$|\r$/, '');
}

export function textOf(range: Range): string {
  return range.source.text.slice(range.start, range.end);
}
