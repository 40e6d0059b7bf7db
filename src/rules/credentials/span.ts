/** A secret part of a text, and what makes it one. */
import type { CredentialClass } from './vocabulary.js';

/** How the secret is wrapped up. */
export type Form =
  /** The value of a credential key. */
  | 'value'
  /** The user information or query of a URL. */
  | 'url'
  /** A pair in a connection string. */
  | 'connstring'
  /** An option, assignment or statement of a command line. */
  | 'command'
  /** A well-known format. */
  | 'token'
  /** A stored password: guessable offline. */
  | 'hash';

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly form: Form;
  /** What is to be seen there, in a few words; never the value. */
  readonly what: string;
  readonly class: CredentialClass;
}

/** Spans in the order of the text; of two that overlap, the one that came first in the list stays. */
export function withoutOverlaps<Each extends Span>(spans: readonly Each[]): readonly Each[] {
  if (spans.length < 2) return spans.filter(({ start, end }) => end > start);
  const ranked = spans.map((span, rank) => ({ span, rank })).filter(({ span }) => span.end > span.start);
  ranked.sort((left, right) => left.span.start - right.span.start || left.rank - right.rank);
  const kept: typeof ranked = [];
  for (const item of ranked) {
    const last = kept.at(-1);
    if (!last || last.span.end <= item.span.start) kept.push(item);
    else if (item.rank < last.rank) kept[kept.length - 1] = item;
  }
  return kept.map(({ span }) => span);
}
