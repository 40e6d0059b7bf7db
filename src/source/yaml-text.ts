/**
 * From the text of a scalar to its value: line folding, escapes, block scalar indentation. Every function reports how
 * the value is put together to a `Sink`, so that the same code yields the value and the way back from value to file.
 */
import { breakLength, breakValue, isBlank, isBreak, isBreakOrEnd } from './yaml-characters.js';

export interface Sink {
  /** The value goes on with the text `[start, end)` as it is. */
  copy(start: number, end: number): void;
  /** The value goes on with `value`, which stands for the text `[start, end)`. */
  put(value: string, start: number, end: number): void;
}

/** A sink that collects the value. */
export function collector(text: string): Sink & { readonly value: () => string } {
  let value = '';
  return {
    copy: (start, end) => {
      value += text.slice(start, end);
    },
    put: (part) => {
      value += part;
    },
    value: () => value,
  };
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

const CODE_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** An escape sequence: its length, and its value unless it is invalid. `\/` is: Docker's YAML library rejects it. */
export function escapeAt(text: string, at: number): { readonly length: number; readonly value: string | undefined } {
  const letter = text.charAt(at + 1);
  const digits = CODE_LENGTHS.get(letter);
  if (digits === undefined) return { length: 2, value: ESCAPES.get(letter) };
  const code = text.slice(at + 2, at + 2 + digits);
  const value = code.length === digits && /^[0-9A-Fa-f]+$/.test(code) ? Number.parseInt(code, 16) : Number.NaN;
  const valid = value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff);
  return valid ? { length: 2 + digits, value: String.fromCodePoint(value) } : { length: 2, value: undefined };
}

/** The end of a run of blanks and line breaks, and the line breaks in it. */
function whitespaceRun(text: string, start: number, stop: number): { readonly end: number; readonly breaks: string[] } {
  const breaks: string[] = [];
  let at = start;
  while (at < stop) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit)) at += 1;
    else if (isBreak(unit)) {
      breaks.push(breakValue(text, at));
      at += breakLength(text, at);
    } else break;
  }
  return { end: at, breaks };
}

/** One line break is a space, of several all but the first stay. */
function folded(breaks: readonly string[]): string {
  if (breaks[0] !== '\n') return breaks.join('');
  return breaks.length === 1 ? ' ' : breaks.slice(1).join('');
}

/** The content `[start, stop)` of a plain or quoted scalar, without its quotes. */
export function flowScalarValue(
  text: string,
  start: number,
  stop: number,
  style: 'plain' | 'single' | 'double',
  sink: Sink,
): void {
  let from = start;
  let at = start;
  const replace = (value: string, end: number): void => {
    if (at > from) sink.copy(from, at);
    sink.put(value, at, end);
    from = end;
    at = end;
  };
  while (at < stop) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit) || isBreak(unit)) {
      const { end, breaks } = whitespaceRun(text, at, stop);
      if (breaks.length === 0) at = end;
      else replace(folded(breaks), end);
    } else if (style === 'single' && unit === 0x27) {
      replace("'", at + 2);
    } else if (style === 'double' && unit === 0x5c) {
      if (isBreak(text.charCodeAt(at + 1))) {
        const { end, breaks } = whitespaceRun(text, at + 1, stop);
        replace(breaks.slice(1).join(''), end);
      } else {
        const { length, value } = escapeAt(text, at);
        replace(value ?? text.slice(at, at + length), Math.min(stop, at + length));
      }
    } else {
      at += 1;
    }
  }
  if (at > from) sink.copy(from, at);
}

export interface BlockScalar {
  /** Behind the last line that belongs to the scalar, its line break included. */
  readonly next: number;
  /** Where the line of `next` begins. */
  readonly lineStart: number;
  /** Behind the last unit of content; behind the indicators where there is none. */
  readonly end: number;
  readonly comment: { readonly start: number; readonly end: number } | undefined;
  readonly error: { readonly message: string; readonly at: number } | undefined;
}

interface Header {
  readonly chomping: string;
  readonly increment: number;
  readonly end: number;
  readonly error: BlockScalar['error'];
}

function blockHeader(text: string, start: number): Header {
  const match = /[|>](?:([+-])(\d?)|(\d)([+-]?))?/y;
  match.lastIndex = start;
  const [all = '', chompingFirst, incrementLast, incrementFirst, chompingLast] = match.exec(text) ?? [];
  const digit = incrementLast || incrementFirst || '';
  return {
    chomping: chompingFirst || chompingLast || '',
    increment: Number(digit),
    end: start + all.length,
    error:
      digit === '0'
        ? { message: 'the indentation of a block scalar cannot be 0', at: start + all.indexOf('0') }
        : undefined,
  };
}

/**
 * A literal or folded scalar whose indicator stands at `start`; nothing behind `stop` is read.
 * `parentIndent` is the column of the enclosing collection, -1 at the top; `contentIndent` overrides what header and text say.
 */
export function blockScalar(
  text: string,
  start: number,
  stop: number,
  parentIndent: number,
  sink: Sink,
  contentIndent?: number,
): BlockScalar {
  const isLiteral = text.charCodeAt(start) === 0x7c;
  const header = blockHeader(text, start);
  let error = header.error;
  let at = header.end;
  const unitAt = (offset: number): number => (offset < stop ? text.charCodeAt(offset) : Number.NaN);
  while (isBlank(unitAt(at))) at += 1;
  let comment: BlockScalar['comment'];
  if (unitAt(at) === 0x23) {
    const from = at;
    while (!isBreakOrEnd(unitAt(at))) at += 1;
    comment = { start: from, end: at };
  }
  if (!isBreakOrEnd(unitAt(at))) {
    error ??= { message: 'only a comment may follow the indicator of a block scalar', at };
    while (!isBreakOrEnd(unitAt(at))) at += 1;
  }
  if (isBreak(unitAt(at))) at += breakLength(text, at);

  let lineStart = at;
  let end = header.end;
  let indent = contentIndent ?? (header.increment > 0 ? Math.max(parentIndent, 0) + header.increment : 0);
  /** Line breaks not yet in the value: the one that ended a line of content, and those of the empty lines after it. */
  let pending: { readonly value: string; readonly start: number; readonly end: number }[] = [];
  const takeBreak = (): void => {
    const length = breakLength(text, at);
    pending.push({ value: breakValue(text, at), start: at, end: at + length });
    at += length;
    lineStart = at;
  };
  const skipEmptyLines = (): void => {
    let widest = 0;
    for (;;) {
      while ((indent === 0 || at - lineStart < indent) && unitAt(at) === 0x20) at += 1;
      widest = Math.max(widest, at - lineStart);
      if ((indent === 0 || at - lineStart < indent) && unitAt(at) === 0x09) {
        error ??= { message: 'a tab stands where a block scalar needs spaces as indentation', at };
        at += 1;
        continue;
      }
      if (!isBreak(unitAt(at))) break;
      takeBreak();
    }
    if (indent === 0) indent = Math.max(widest, parentIndent + 1, 1);
  };
  const flush = (breaks: typeof pending): void => {
    for (const line of breaks) sink.put(line.value, line.start, line.end);
  };

  skipEmptyLines();
  let hasContent = false;
  let previousIsIndented = false;
  while (at - lineStart === indent && !Number.isNaN(unitAt(at))) {
    const isIndented = isBlank(unitAt(at));
    const first = pending[0];
    if (!isLiteral && hasContent && !previousIsIndented && !isIndented && first?.value === '\n') {
      if (pending.length === 1) sink.put(' ', first.start, at);
      else flush(pending.slice(1));
    } else {
      flush(pending);
    }
    pending = [];
    previousIsIndented = isIndented;
    const from = at;
    while (!isBreakOrEnd(unitAt(at))) at += 1;
    sink.copy(from, at);
    end = at;
    hasContent = true;
    if (isBreak(unitAt(at))) takeBreak();
    skipEmptyLines();
  }
  if (header.chomping === '+') flush(pending);
  else if (header.chomping === '' && hasContent) flush(pending.slice(0, 1));
  return { next: at, lineStart, end, comment, error };
}
