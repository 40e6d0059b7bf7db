/**
 * Parts of one-line texts such as `127.0.0.1:8080:80`: cutting them without cutting into an unknown value, and telling
 * where each part was written.
 */
import { type Span, valuePartOf, valueToRaw } from '../source/part.js';
import { type Interpolation, type Scalar, type Substitution, scalar } from '../source/tree.js';

export type { Span } from '../source/part.js';

export interface Part extends Span {
  readonly text: string;
}

/** Where a value holds the names of variables that are not set (`${PORT}`) in place of what they would stand for. */
export function unknownSpans(value: Scalar): readonly Span[] {
  const substitutions = value.interpolation?.substitutions ?? [];
  return substitutions.filter(({ from, start, end }) => from === 'unset' && end > start);
}

export function overlaps(part: Span, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => start < part.end && end > part.start);
}

/** Whether one unknown is all there is. */
export function isAllUnknown(text: string, unknowns: readonly Span[]): boolean {
  return unknowns.some(({ start, end }) => start === 0 && end === text.length && end > 0);
}

/** The parts between separators, those inside of an unknown value not counted. Spans are in the order of the text. */
export function splitParts(whole: Part, separator: string, unknowns: readonly Span[]): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  let next = 0;
  for (let at = whole.text.indexOf(separator); at >= 0; at = whole.text.indexOf(separator, at + 1)) {
    const offset = whole.start + at;
    while ((unknowns[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next++;
    if ((unknowns[next]?.start ?? Number.POSITIVE_INFINITY) <= offset) continue;
    parts.push(subPart(whole, start, at));
    start = at + 1;
  }
  return [...parts, subPart(whole, start, whole.text.length)];
}

export function wholePart(text: string): Part {
  return { text, start: 0, end: text.length };
}

/** Offsets count from the beginning of the part. */
export function subPart(part: Part, start: number, end: number): Part {
  return { text: part.text.slice(start, end), start: part.start + start, end: part.start + end };
}

/** A part as a value of its own, with its own place and the variables in it. */
export function partScalar(whole: Scalar, part: Part): Scalar {
  if (typeof whole.value !== 'string') return scalar(part.text, whole.at);
  const value = scalar(part.text, { via: whole.at.via, ...valuePartOf(whole, part.start, part.end) });
  const { interpolation } = whole;
  const inner = interpolation && partInterpolation(interpolation, part, valueToRaw(whole, part.start, part.end));
  return inner ? { ...value, interpolation: inner } : value;
}

/** The same value in another form. What of the text stayed at its end keeps its variables, the rest hangs on all others. */
export function rewritten(old: Scalar, value: string | number): Scalar {
  const next = scalar(value, old.at);
  if (!old.interpolation) return next;
  const before = String(old.value);
  const after = String(value);
  let kept = 0;
  while (kept < before.length && kept < after.length && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  const move = after.length - before.length;
  const substitutions = old.interpolation.substitutions.map((substitution): Substitution => {
    const stays = substitution.start >= before.length - kept;
    const span = stays
      ? { start: substitution.start + move, end: substitution.end + move }
      : { start: 0, end: after.length };
    return { ...substitution, ...span };
  });
  return { ...next, interpolation: { raw: old.interpolation.raw, substitutions } };
}

function partInterpolation(whole: Interpolation, part: Span, raw: Span): Interpolation | undefined {
  const substitutions = whole.substitutions.filter(({ start, end }) =>
    start === end ? part.start <= start && start <= part.end : start < part.end && end > part.start,
  );
  if (substitutions.length === 0) return undefined;
  return {
    raw: whole.raw.slice(raw.start, raw.end),
    substitutions: substitutions.map((substitution) => ({
      ...substitution,
      start: Math.max(substitution.start, part.start) - part.start,
      end: Math.min(substitution.end, part.end) - part.start,
      rawStart: Math.max(substitution.rawStart, raw.start) - raw.start,
      rawEnd: Math.min(substitution.rawEnd, raw.end) - raw.start,
    })),
  };
}
