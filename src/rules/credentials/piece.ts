/** A text of the files that may hold a secret, and the way from its parts back to the file. */
import { partOf } from '../../source/part.js';
import type { Range, SourceText } from '../../source/text.js';
import type { Origin, Scalar } from '../../source/tree.js';
import { type Flat, flatten, flattenTemplate, literal } from './flatten.js';

export interface Piece {
  readonly flat: Flat;
  readonly at: Origin;
  /** The part `[start, end)` of `flat`, as it is written. */
  readonly rangeOf: (start: number, end: number) => Range;
}

export function pieceOf(scalar: Scalar): Piece {
  const flat = flatten(scalar);
  return {
    flat,
    at: scalar.at,
    rangeOf: (start, end) => {
      const written = writtenSpan(flat, start, end);
      return partOf(scalar, written.start, written.end);
    },
  };
}

/** `[start, end)` of a text that is written as it reads. */
export function pieceOfSource(source: SourceText, start: number, end: number, isTemplate: boolean): Piece {
  const written = source.text.slice(start, end);
  const flat = isTemplate ? flattenTemplate(written) : literal(written);
  return {
    flat,
    at: { source, start, end, via: [] },
    rangeOf: (from, to) => {
      const part = writtenSpan(flat, from, to);
      return { source, start: start + part.start, end: start + part.end };
    },
  };
}

function writtenSpan({ originOf }: Flat, start: number, end: number): { start: number; end: number } {
  return { start: originOf(start), end: originOf(end - 1) + 1 };
}
