/** A value that may be a secret: it can be compared and asked about, and has no way to be printed. */

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
