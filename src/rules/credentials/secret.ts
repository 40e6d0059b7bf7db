/** A value that may be a secret: it can be compared and asked about, and has no way to be printed. */

import { type Finder, finderOf, type Needle, shapesOf } from './needles.js';

const SHOWN = '[secret]';

/** Identity is real here: two secrets are the same object or not, and the text never leaves the private field. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Asks a question about the text. The answer must not give the text away. */
  is(test: (text: string) => boolean): boolean {
    return test(this.#text);
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  /** What `console.log` and Node's `inspect` show. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return SHOWN;
  }

  /**
   * Finds the secrets in other texts, as they are or encoded, as far as they are telling: a plain word (`postgres`) stands
   * everywhere and gives nothing away. `names` leaves out what may as well be the name of something.
   */
  static finders(secrets: Iterable<Secret>): Readonly<Record<'texts' | 'names', Finder>> {
    const texts = new Set<string>();
    for (const secret of secrets) texts.add(secret.#text);
    const needles = Array.from(texts, needlesFor);
    return {
      texts: finderOf(needles.flatMap((each) => each.inTexts)),
      names: finderOf(needles.flatMap((each) => each.inNames)),
    };
  }

  /** Puts what holds the same secret together, in the order given. Compares in memory only. */
  static group<Item>(items: Iterable<Item>, secretOf: (item: Item) => Secret): readonly (readonly Item[])[] {
    const groups = new Map<string, Item[]>();
    for (const item of items) {
      const text = secretOf(item).#text;
      const group = groups.get(text);
      if (group) group.push(item);
      else groups.set(text, [item]);
    }
    return [...groups.values()];
  }
}

const LONG = 20;
const MIDDLING = 12;
const SHORT = 6;

interface Needles {
  readonly inTexts: readonly Needle[];
  readonly inNames: readonly Needle[];
}

function needlesFor(text: string): Needles {
  const isWords = /^[a-z]+(?:[._-][a-z]+)*$/.test(text.slice(0, LONG));
  const isName = text.length < SHORT || (text.length < LONG && isWords);
  if (text.length >= MIDDLING || (text.length >= SHORT && !/^[a-z]+$/.test(text))) {
    const inTexts = shapesOf(text);
    return { inTexts, inNames: isName ? [] : inTexts };
  }
  // `q7Z` is told from a number or a word by what it is made of.
  const isMixed = /[a-z]/i.test(text) && /[^a-z]/.test(text);
  return { inTexts: isMixed ? [{ text, word: true }] : [], inNames: [] };
}
