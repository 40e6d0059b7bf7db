/** Path patterns such as `services.*.ports.[]`, compiled into a trie so that a stage meets every rule in one walk. */
export interface PatternNode<T> {
    /** The value of the pattern that ends here. */
    readonly value: T | undefined;
    /** What goes on below, by the key that it names next: `*` for any other. */
    readonly rows: ReadonlyMap<string, readonly Row<T>[]>;
    /** Nodes are made of their rows when they are first asked for. */
    readonly made: Map<string, PatternNode<T>>;
}
interface Row<T> {
    /** What is left of the pattern; `undefined` where it ends. */
    readonly rest: string | undefined;
    readonly value: T;
}
/**
 * `*` stands for any key or list item, `[]` for a list item. Where several patterns match a path, the one that names
 * more of its first keys holds.
 */
export declare function compilePatterns<T>(table: readonly (readonly [pattern: string, value: T])[]): PatternNode<T>;
/** The node one key (or list index) further down; `undefined` where no pattern leads there. */
export declare function step<T>(node: PatternNode<T> | undefined, key: string | number): PatternNode<T> | undefined;
export {};
