/** `I/N`: the name of a part of a run. */
import { UserError } from '../compose/problem.js';

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** More than any job queue has; the limit keeps a slip of the finger cheap. */
const MOST_SHARDS = 10_000;

/** Reads `I/N`. Throws a `UserError`. */
export function parseShard(text: string): Shard {
  const [, first, second] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const [index, count] = [Number(first), Number(second)];
  if (index >= 1 && index <= count && count <= MOST_SHARDS) return { index, count };
  throw new UserError(`--shard: '${text}' is no part of a whole`, {
    hint: `I/N: the I-th of N parts, from 1/N to N/N; at most ${MOST_SHARDS}.`,
  });
}
