/** Splits a command line into words as a POSIX shell would (IEEE 1003.1, 2.3 "Token Recognition"), keeping offsets. Nothing is expanded. */
export interface Word {
    /** Without quotes and backslashes. */
    readonly text: string;
    /** The offset in the line of the first unit of `text`, and of each: absent where they follow each other, as in nearly all. */
    readonly start: number;
    readonly offsets?: readonly number[] | undefined;
    /** `;`, `|`, `&`, a parenthesis or a line end: what ends a command. */
    readonly operator: boolean;
    /** Which of the texts of a command the line is. */
    readonly item: number;
}
/** The offset in the line of a unit of a word; `undefined` where the word has no such unit. */
export declare function offsetIn({ text, start, offsets }: Word, index: number): number | undefined;
/** A word that stands as it is, such as an item of an exec form. */
export declare function plainWord(text: string, item?: number): Word;
/** A word without its first units. */
export declare function wordBehind(word: Word, units: number): Word;
/** The words of one that holds a script (`sh -c '...'`), with offsets in the outer line. */
export declare function wordsWithin(word: Word): readonly Word[];
export declare function shellWords(line: string, item?: number): readonly Word[];
