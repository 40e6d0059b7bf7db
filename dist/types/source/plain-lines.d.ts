/** Walking over the lines of a plain text, for the quick reader: where content begins and ends, and what it begins with. */
/** Leaves the text to the full reader. */
export declare function giveUp(): never;
/** What `read` gives; `undefined` where it gave up. */
export declare function unlessGivenUp<Result>(read: () => Result): Result | undefined;
export declare const DASH: number, COLON: number, COMMA: number, DOUBLE_QUOTE: number, SINGLE_QUOTE: number;
export declare const OPEN_BRACKET: number, CLOSE_BRACKET: number, OPEN_BRACE: number, CLOSE_BRACE: number;
export declare const LITERAL: number, FOLDED: number;
/** What begins something other than a plain scalar, or may. */
export declare const INDICATORS: ReadonlySet<number>;
/** A place in a text that moves from line to line of content. */
export declare class PlainLines {
    #private;
    /** Where the content of the present line begins, and in which column, counted from 0; -1 at the end of the text. */
    at: number;
    indent: number;
    constructor(text: string);
    /** On to the next line that is neither blank nor a comment. */
    advance(): void;
    skipSpaces(from: number): number;
    skipSpacesBack(start: number, from: number): number;
    isGap(at: number): boolean;
    /** Whether nothing but a comment is left of the line. */
    isOver(from: number): boolean;
    endLine(from: number): void;
    isDash(): boolean;
    isKey(at: number): boolean;
    /** At the colon that makes it a key, or at a comment, or at the end of the line. */
    plainEnd(start: number): number;
    quotedEnd(start: number): number;
    blockLines(outer: number): {
        readonly lines: readonly string[];
        readonly end: number;
    };
}
