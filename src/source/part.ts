/** The exact place of a piece of a scalar: back from the value, over substituted variables, escapes and folded lines, to the file. */
import type { Range } from './text.js';
import type { Interpolation, Scalar, Substitution } from './tree.js';

/** `[start, end)` of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the piece `[start, end)` of a scalar's value was written. An expression such as `${V}` is never cut. */
export function valuePartOf(scalar: Scalar, start: number, end: number): Range {
  const raw = valueToRaw(scalar, start, end);
  return partOf(scalar, raw.start, raw.end);
}

/** Where the piece `[start, end)` of a scalar's value before substitution was written; all of it where that cannot be told. */
export function partOf(scalar: Scalar, start: number, end: number): Range {
  const { source, start: first, end: last } = scalar.at;
  const raw = scalar.interpolation?.raw ?? scalar.value;
  if (typeof raw !== 'string') return { source, start: first, end: last };
  const shift = shiftOf(scalar, raw);
  if (shift !== undefined) return { source, start: first + shift + start, end: first + shift + end };
  const places = placesOf(scalar, raw);
  if (!places || raw.length === 0) return { source, start: first, end: last };
  if (start >= raw.length) return { source, start: last, end: last };
  const from = places.starts[start] ?? first;
  return { source, start: from, end: end > start ? (places.ends[Math.min(end, raw.length) - 1] ?? last) : from };
}

/** The piece of the value before substitution that a piece of the value comes from. */
export function valueToRaw({ interpolation }: Scalar, start: number, end: number): Span {
  if (!interpolation) return { start, end };
  const smallest = smallestAround(interpolation.substitutions, start, end);
  if (smallest) return { start: smallest.rawStart, end: smallest.rawEnd };
  return { start: rawOffset(interpolation, start, 'start'), end: rawOffset(interpolation, end, 'end') };
}

function smallestAround(substitutions: readonly Substitution[], start: number, end: number): Substitution | undefined {
  let smallest: Substitution | undefined;
  for (const substitution of substitutions) {
    const isAround = substitution.start <= start && end <= substitution.end && substitution.start < substitution.end;
    if (!isAround || start === end) continue;
    if (!smallest || substitution.rawEnd - substitution.rawStart <= smallest.rawEnd - smallest.rawStart) {
      smallest = substitution;
    }
  }
  return smallest;
}

function rawOffset({ raw, substitutions }: Interpolation, offset: number, edge: 'start' | 'end'): number {
  let value = 0;
  let written = 0;
  for (const substitution of substitutions) {
    const isNested = substitution.rawStart < written;
    if (isNested) continue;
    const isBehind = substitution.start > offset || (substitution.start === offset && edge === 'end');
    if (isBehind) break;
    if (offset < substitution.end) return edge === 'start' ? substitution.rawStart : substitution.rawEnd;
    value = substitution.end;
    written = substitution.rawEnd;
  }
  for (let left = offset - value; left > 0; left--) written += raw.startsWith('$$', written) ? 2 : 1;
  return Math.min(written, raw.length);
}

/** How far into its range a scalar's text begins; `undefined` unless it stands there as it is. */
function shiftOf({ at: { source, start, end } }: Scalar, raw: string): number | undefined {
  if (end - start === raw.length) return source.text.startsWith(raw, start) ? 0 : undefined;
  const isQuoted = end - start === raw.length + 2 && /["']/.test(source.text.charAt(start));
  return isQuoted && source.text.startsWith(raw, start + 1) ? 1 : undefined;
}

/** For each unit of a text, where in the file that stands which it came from. */
interface Places {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const placesOfScalar = new WeakMap<Scalar, Places | null>();
/** In UTF-16 units. Nobody points into a longer text. */
const LONGEST = 1_000_000;

function placesOf(scalar: Scalar, raw: string): Places | undefined {
  const known = placesOfScalar.get(scalar);
  if (known !== undefined) return known ?? undefined;
  const places = raw.length > LONGEST ? undefined : traced(scalar, raw);
  placesOfScalar.set(scalar, places ?? null);
  return places;
}

function traced(scalar: Scalar, raw: string): Places | undefined {
  const { source, start, end } = scalar.at;
  switch (scalar.style) {
    case 'none':
      return undefined;
    case 'literal':
    case 'folded':
      return traceBlock(source.text.slice(start, end), start, raw);
    case 'plain':
      return traceFlow(source.text.slice(start, end), start, raw, 'plain');
    case 'single':
    case 'double':
      return traceFlow(source.text.slice(start + 1, end - 1), start + 1, raw, scalar.style);
  }
}

type FlowStyle = 'plain' | 'single' | 'double';

function traceFlow(text: string, offset: number, raw: string, style: FlowStyle): Places | undefined {
  const places = emptyPlaces(raw);
  let unit = 0;
  for (let at = 0; at < text.length; ) {
    const { end, length } = flowPiece(text, at, style);
    const isVerbatim = length === end - at;
    for (let index = 0; index < length; index++, unit++) {
      places.starts[unit] = offset + at + (isVerbatim ? index : 0);
      places.ends[unit] = offset + (isVerbatim ? at + index + 1 : end);
    }
    at = end;
  }
  return unit === raw.length ? places : undefined;
}

/** Units behind the backslash; one for all others. */
const ESCAPE_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['x', 3],
  ['u', 5],
  ['U', 9],
]);

/** The text from `at` on that has become `length` units of the value, as one whole unless it is as long as those. */
function flowPiece(text: string, at: number, style: FlowStyle): { readonly end: number; readonly length: number } {
  const isEscape = style === 'double' && text.charAt(at) === '\\';
  const { end, breaks } = whitespace(text, isEscape ? at + 1 : at);
  if (isEscape && breaks > 0 && !isBlank(text.charAt(at + 1))) return { end, length: breaks - 1 };
  if (isEscape) {
    const escapeEnd = at + 1 + (ESCAPE_LENGTHS.get(text.charAt(at + 1)) ?? 1);
    const isPair = text.charAt(at + 1) === 'U' && Number.parseInt(text.slice(at + 2, escapeEnd), 16) > 0xffff;
    return { end: escapeEnd, length: isPair ? 2 : 1 };
  }
  // One line break is a space, of several all but the first stay.
  if (breaks > 0) return { end, length: Math.max(1, breaks - 1) };
  if (style === 'single' && text.startsWith("''", at)) return { end: at + 2, length: 1 };
  return end > at ? { end, length: end - at } : { end: at + 1, length: 1 };
}

function whitespace(text: string, start: number): { readonly end: number; readonly breaks: number } {
  let end = start;
  let breaks = 0;
  for (; end < text.length; end++) {
    const character = text.charAt(end);
    if (isBreak(character)) breaks += character === '\r' && text.charAt(end + 1) === '\n' ? 0 : 1;
    else if (!isBlank(character)) break;
  }
  return { end, breaks };
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

function isBreak(character: string): boolean {
  return character !== '' && '\r\n\u0085\u2028\u2029'.includes(character);
}

/** Follows the lines below the indicator through the value; between two, the value has a space or line feeds. */
function traceBlock(text: string, offset: number, raw: string): Places | undefined {
  const places = emptyPlaces(raw);
  const indent = contentIndent(text, raw);
  let unit = 0;
  let last = offset;
  let isHeader = true;
  for (const { 0: line, index } of text.matchAll(/[^\r\n\u0085\u2028\u2029]+/g)) {
    const content = line.slice(indent);
    if (isHeader || content === '') {
      isHeader = false;
      continue;
    }
    const from = unit;
    while (!raw.startsWith(content, unit) && (raw[unit] === ' ' || raw[unit] === '\n')) unit++;
    if (!raw.startsWith(content, unit)) return undefined;
    const start = offset + index + indent;
    places.starts.fill(last, from, unit);
    places.ends.fill(start, from, unit);
    for (let position = 0; position < content.length; position++, unit++) {
      places.starts[unit] = start + position;
      places.ends[unit] = start + position + 1;
    }
    last = start + content.length;
  }
  places.starts.fill(last, unit);
  places.ends.fill(last, unit);
  return places;
}

/** From the first line that is not blank: what it has more of leading spaces in the file than in the value. */
function contentIndent(text: string, raw: string): number {
  const written = /(?:\r\n|[\r\n\u0085\u2028\u2029])( *)[^ \r\n\u0085\u2028\u2029]/.exec(text)?.[1]?.length ?? 0;
  const kept = /^(?:[^\S\n]*\n)*( *)/.exec(raw)?.[1]?.length ?? 0;
  return Math.max(0, written - kept);
}

function emptyPlaces(raw: string): Places {
  return { starts: new Uint32Array(raw.length), ends: new Uint32Array(raw.length) };
}
