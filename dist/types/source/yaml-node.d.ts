/** Small facts about the nodes of the `yaml` library: where they really end, how they are written, what their tag makes of them. */
import { type Node, type Scalar as YamlScalar } from 'yaml';
import { type Resolved } from './scalar.js';
import type { ScalarStyle } from './tree.js';
/** The library's collections end at the start of the next line; theirs is the end of their last piece of content. */
export declare function contentEnd(node: Node, text: string): number;
/** Whether a value is left out: nothing at all stands there. */
export declare function isUnwritten(node: unknown): boolean;
/** The text of a scalar. A block scalar whose last line ends the file has no line feed there, which the library adds. */
export declare function writtenValue(node: YamlScalar, text: string): string;
/** Right after the colon of a key, which is where a value that is left out would stand. */
export declare function emptyValueStart(text: string, keyEnd: number): number;
export declare function scalarStyle(type: YamlScalar['type']): ScalarStyle;
/**
 * The value of a scalar with a tag, or why Docker's library could not make it. A tag that the library does not know makes
 * a string of any scalar: `!override 2` is "2", `!override` alone is "".
 */
export declare function taggedScalar(text: string, style: ScalarStyle, tag: string | undefined): Resolved | string;
