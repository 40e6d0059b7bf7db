/** Finds the word that a misspelt one was probably meant to be. */
/** The closest candidate, the first among equals; `undefined` where none is close enough to suggest. */
export declare function nearest(word: string, candidates: Iterable<string>): string | undefined;
