/** Splits a command line into words as Compose does (mattn/go-shellwords): quotes and escapes, no expansion. */
/** The words, or `undefined` for an unbalanced quote or parenthesis. */
export declare function shellWords(line: string): readonly string[] | undefined;
