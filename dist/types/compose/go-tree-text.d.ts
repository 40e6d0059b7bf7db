/** What Go's `fmt` and `slices` make of whole values: for messages and `KEY=value` texts that must equal Compose's. */
import { type Tree } from '../source/tree.js';
/** `%v` of any value: lists as `[a b]`, mappings as `map[k:v]` in the order of their keys. */
export declare function goTreeText(tree: Tree): string;
/** `%s`, which marks what is no text: `%!s(int=80)`. */
export declare function goStringVerb(tree: Tree | undefined): string;
/** The order of Go's strings, by bytes of UTF-8: unlike JavaScript's, it puts U+FFFD before U+10000. */
export declare function compareBytes(left: string, right: string): number;
/** Whether two values are equal in type and content, as Go compares what it decoded. */
export declare function sameValue(left: Tree | undefined, right: Tree | undefined): boolean;
/** A text that only equal values share; a value that is not there equals null. */
export declare function identity(tree: Tree | undefined): string;
