/** Texts with a name, and places in them. Offsets count UTF-16 units from 0; lines and columns count from 1. */
export interface SourceText {
    /** As the user would write it: relative to the working directory where that is shorter, `/` as separator. */
    readonly path: string;
    readonly text: string;
}
/** The half-open interval `[start, end)` of a text. */
export interface Range {
    readonly source: SourceText;
    readonly start: number;
    readonly end: number;
}
export interface Position {
    readonly line: number;
    readonly column: number;
}
export interface Region {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    /** Exclusive: the column after the last unit. */
    readonly endColumn: number;
}
/** Offsets at which lines begin. CRLF, LF and a lone CR end a line, as in YAML 1.2 section 5.4. */
export declare function lineStarts(source: SourceText): readonly number[];
export declare function positionAt(source: SourceText, offset: number): Position;
export declare function regionOf(range: Range): Region;
/** The text of one line (counted from 1), without its line end. */
export declare function lineText(source: SourceText, line: number): string;
export declare function textOf(range: Range): string;
