/** One user-perceived character, or the spelled-out form of an invisible one. */
export interface Cell {
    readonly text: string;
    readonly width: number;
    /** `[start, end)` in UTF-16 units of the text it is of. */
    readonly start: number;
    readonly end: number;
}
/** `insideActions` also spells out what could make a workflow command of the text. */
export declare function cellsOf(text: string, insideActions: boolean): readonly Cell[];
/** Whether each unit shows itself, in one column. */
export declare function isSimple(text: string): boolean;
/** Columns that printable text takes. */
export declare function widthOf(text: string): number;
