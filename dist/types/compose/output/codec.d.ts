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
    /** Reports what encoding does, and makes no JSON. */
    readonly check: (tree: Tree, path: string, report: Report) => void;
    /** Whether a field that holds this value is left out. */
    readonly omits: (json: Json) => boolean;
}
export declare function isEmpty(json: Json): boolean;
export declare const isNil: (json: Json) => boolean;
export declare function jsonObject(entries: Iterable<readonly [string, Json]>): JsonObject;
/** The JSON of a tree, how to make it where that takes long, or the reason why the tree does not fit. */
export type Reading = {
    readonly json: Json;
} | {
    readonly make: () => Json;
} | {
    readonly reason: string;
};
/** A codec for one kind of value. */
export declare function value(zero: Json, read: (tree: Tree) => Reading, omits?: (json: Json) => boolean): Codec;
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
