/**
 * How Compose binds a canonical tree to its types and prints it as JSON, as combinators. A codec reads one tree; what it
 * cannot read becomes a finding and the type's zero value, as in Compose, which collects all of them too.
 */
import type { Tree } from '../../source/tree.js';
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
    readonly [key: string]: Json;
}
/** Collects what cannot be bound. `path` is in Compose's notation: `services[web].ports[0].target`. */
export type Report = (path: string, reason: string, value: Tree) => void;
export interface Codec {
    /** The JSON of a tree; an absent tree gives the zero value. */
    readonly encode: (tree: Tree | undefined, path: string, report: Report) => Json;
    /** Whether a field that holds this value is left out. */
    readonly omits: (json: Json) => boolean;
}
export declare function isEmpty(json: Json): boolean;
export declare const isNil: (json: Json) => boolean;
/** An object safe for any key, `__proto__` included. */
export declare function jsonObject(entries: Iterable<readonly [string, Json]>): JsonObject;
/** A codec for one kind of value: `read` gives the JSON, or the reason why the tree does not fit. */
export declare function value(zero: Json, read: (tree: Tree) => {
    readonly json: Json;
} | {
    readonly reason: string;
}, omits?: (json: Json) => boolean): Codec;
/** A field that is printed whatever it holds. */
export declare function always(codec: Codec): Codec;
/** A pointer: absent and null are left out, everything else is printed, zero values included. */
export declare function optional(codec: Codec): Codec;
export declare function list(item: Codec): Codec;
/** A mapping with names of the user's choice, printed in the order of the names. */
export declare function dictionary(item: Codec): Codec;
export type Fields = Readonly<Record<string, Codec>>;
/**
 * A mapping with fixed fields; others, `x-*` among them, are not printed. A structure itself is always printed. Some of
 * Compose's structures print their fields under the names these have in Go.
 */
export declare function structure(fields: Fields, nameOf?: (field: string) => string): Codec;
export declare function expected(type: string, tree: Tree): string;
