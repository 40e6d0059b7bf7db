/** A table as one text, which costs nothing until something is looked up in it. Built at build time, where that helps. */
/** Lines `key TAB value`, after an empty one. Neither may hold a tab or a line feed. */
export declare function textTable(rows: Iterable<readonly [string, string | number]>): string;
/** Gives what looks a key up. */
export declare function lookupIn(table: string): (key: string) => string | undefined;
