/** Splits a command line into words as a POSIX shell would (IEEE 1003.1, 2.3 "Token Recognition"), keeping offsets. Nothing is expanded. */
export interface Word {
    /** Without quotes and backslashes. */
    readonly text: string;
    /** For every unit of `text`, its offset in the line. */
    readonly offsets: readonly number[];
    /** `;`, `|`, `&`, a parenthesis or a line end: what ends a command. */
    readonly operator: boolean;
}
/** A word that stands as it is, such as an item of an exec form. */
export declare function plainWord(text: string): Word;
/** The words of one that holds a script (`sh -c '...'`), with offsets in the outer line. */
export declare function wordsWithin(word: Word): readonly Word[];
export declare function shellWords(line: string): readonly Word[];
