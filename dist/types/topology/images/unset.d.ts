/** Expressions such as `${TAG}` that analysis mode left in a value, because their variables are not set. */
/** Stands in the expanded text for what is unknown. No Compose value holds it. */
export declare const UNKNOWN = "\0";
export interface Expanded {
    readonly text: string;
    /** The names behind the unknown places, in their order. */
    readonly variables: readonly string[];
}
/** `${V:-default}` gives its default, also where it is nested; `${V}`, `${V:?message}` and `$V` are unknown. */
export declare function expandUnset(text: string, depth?: number): Expanded;
