/** A table as one text, which costs nothing until something is looked up in it. Built at build time, where that helps. */
export interface Line {
    readonly keys: readonly string[];
    readonly value: string;
}
/** `TAB key TAB key TAB value` for each line. Neither may hold a tab or a line feed. */
export declare function textTable(lines: readonly Line[]): string;
/** Gives what tells where the line of a key begins, the first if there are several. */
export declare function lookupIn(table: string): (key: string) => number | undefined;
export declare function lineAt(table: string, start: number): Line;
