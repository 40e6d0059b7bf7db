/** The lines of `env_file`s and `.env` files as they are written: which name has which text, before anything is substituted. */
import type { Range, SourceText } from '../../source/text.js';
import { type Piece, pieceOfSource } from './piece.js';

export interface WrittenVariable {
  readonly name: string;
  readonly nameAt: Range;
  readonly value: Piece;
}

const known = new WeakMap<SourceText, readonly WrittenVariable[]>();

/** In the order of the file; a name that is written twice is there twice. */
export function writtenVariables(source: SourceText): readonly WrittenVariable[] {
  const found = known.get(source);
  if (found) return found;
  const variables = [...read(source)];
  known.set(source, variables);
  return variables;
}

function* read(source: SourceText): Iterable<WrittenVariable> {
  const { text } = source;
  let index = 0;
  while (index < text.length) {
    const start = skip(text, index, ' \t\r\n\ufeff');
    const lineEnd = endOfLine(text, start);
    index = lineEnd + 1;
    if (text.charAt(start) === '#') continue;
    const nameStart = text.startsWith('export ', start) ? skip(text, start + 7, ' \t') : start;
    const nameEnd = endOfName(text, nameStart, lineEnd);
    const operator = skip(text, nameEnd, ' \t');
    if (nameEnd === nameStart || !'=:'.includes(text.charAt(operator) || ' ')) continue;
    const value = valueAfter(text, operator + 1, lineEnd);
    index = Math.max(index, value.next);
    yield {
      name: text.slice(nameStart, nameEnd),
      nameAt: { source, start: nameStart, end: nameEnd },
      value: pieceOfSource(source, value.start, value.end, value.isTemplate),
    };
  }
}

interface Value {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly isTemplate: boolean;
}

/** A quoted value may span lines; another ends at the line or at a comment. */
function valueAfter(text: string, from: number, lineEnd: number): Value {
  const start = Math.min(skip(text, from, ' \t'), lineEnd);
  const quote = text.charAt(start);
  const close = quote === '"' || quote === "'" ? closing(text, start + 1, quote) : -1;
  if (close >= 0) return { start: start + 1, end: close, next: close + 1, isTemplate: quote === '"' };
  let end = start;
  while (end < lineEnd && !(text.charAt(end) === '#' && ' \t'.includes(text.charAt(end - 1)))) end++;
  while (end > start && ' \t\r'.includes(text.charAt(end - 1))) end--;
  return { start, end, next: lineEnd, isTemplate: true };
}

function closing(text: string, from: number, quote: string): number {
  let index = from;
  while (index < text.length && text.charAt(index) !== quote) {
    index += quote === '"' && text.charAt(index) === '\\' ? 2 : 1;
  }
  return index < text.length ? index : -1;
}

function skip(text: string, from: number, units: string): number {
  let index = from;
  while (index < text.length && units.includes(text.charAt(index))) index++;
  return index;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function endOfName(text: string, from: number, limit: number): number {
  let index = from;
  while (index < limit && /[\w.-]/.test(text.charAt(index))) index++;
  return index;
}
