/** Rules for what may be written as one text, as a list, or as a mapping. */
import { type Entry, type Scalar, type Tree } from '../../source/tree.js';
import { type CanonicalRule } from './context.js';
export declare const listOfOne: CanonicalRule;
/** `networks` and `models`: a list of names becomes a mapping of nulls. */
export declare const namesToMapping: CanonicalRule;
/** The entry for a listed name: nothing is said about it. The null tells if the name is unknown. */
export declare function bareEntry(name: string, item: Scalar): Entry;
export declare const dependsOn: CanonicalRule;
/** The entry for a listed dependency: it only has to be started. */
export declare function dependencyEntry(name: string, item: Scalar): Entry;
export declare const envFiles: CanonicalRule;
/** `additional_contexts`: a list of `key=value` becomes a mapping. */
export declare const keyValues: CanonicalRule;
export declare const sshKeys: CanonicalRule;
/** One entry for each listed text. */
export declare function keysOf(items: readonly Tree[], make: (name: string, item: Scalar) => Entry, refuseItem: (item: Tree) => void): readonly Entry[];
