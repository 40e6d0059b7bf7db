export interface FittedLine {
    readonly text: string;
    /** The terminal column (from 0) at which the character at a column of the source (from 1) begins, or ends. */
    readonly columnOf: (sourceColumn: number, edge: 'start' | 'end') => number;
}
/** `focus` is the column of the source that must stay in sight. */
export declare function fitLine(source: string, width: number, focus: number, insideActions: boolean): FittedLine;
