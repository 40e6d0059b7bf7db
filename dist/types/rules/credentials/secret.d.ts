/** A value that may be a secret: it can be compared and asked about, and has no way to be printed. */
import { type Finder } from './needles.js';
/** Identity is real here: two secrets are the same object or not, and the text never leaves the private field. */
export declare class Secret {
    #private;
    constructor(text: string);
    /** Asks a question about the text. The answer must not give the text away. */
    is(test: (text: string) => boolean): boolean;
    toString(): string;
    toJSON(): string;
    /**
     * Finds the secrets in other texts, as they are or encoded, as far as they are telling: a plain word (`postgres`) stands
     * everywhere and gives nothing away. `names` leaves out what may as well be the name of something.
     */
    static finders(secrets: Iterable<Secret>): Readonly<Record<'texts' | 'names', Finder>>;
    /** Puts what holds the same secret together, in the order given. Compares in memory only. */
    static group<Item>(items: Iterable<Item>, secretOf: (item: Item) => Secret): readonly (readonly Item[])[];
}
