/** Path patterns such as `services.*.ports.[]`, compiled into a trie so that a stage meets every rule in one walk. */
export interface PatternNode<T> {
    /** The value of the pattern that ends here. */
    readonly value: T | undefined;
    /** What ends here or goes on below. */
    readonly rows: readonly Row<T>[];
    /** How many parts of the rows lead here. */
    readonly depth: number;
    /** The keys that patterns name next, and `*` for any other; nodes are made when they are first asked for. */
    readonly next: Map<string, PatternNode<T> | undefined>;
}
type Row<T> = readonly [parts: readonly string[], value: T];
/**
 * `*` stands for any key or list item, `[]` for a list item. Where several patterns match a path, the one that names
 * more of its first keys holds.
 */
export declare function compilePatterns<T>(table: readonly (readonly [pattern: string, value: T])[]): PatternNode<T>;
/** The node one key (or list index) further down; `undefined` where no pattern leads there. */
export declare function step<T>(node: PatternNode<T> | undefined, key: string | number): PatternNode<T> | undefined;
export {};
