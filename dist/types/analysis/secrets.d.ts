/** Which pieces of the texts no output may show: what the rules found to be secret, and the same value elsewhere. */
import type { Project } from '../compose/project.js';
import type { Finder } from '../rules/credentials/needles.js';
import { Secret } from '../rules/credentials/secret.js';
import type { Range, SourceText } from '../source/text.js';
/** Of fixed width, so that not even a secret's length is told. */
export declare const MASK = "\u2022\u2022\u2022";
/** The ranges to mask in a text, in order; each text is searched when it is first asked for. Linear in its size. */
export declare function secretRanges(found: readonly Range[], find: Finder): (source: SourceText) => readonly Range[];
/** For texts that are no piece of a file: names, messages, paths. */
export declare function hiderOf(find: Finder): (text: string) => string;
/** Where no finding is told, and names of projects are. */
export declare function hiderFor(projects: readonly Project[]): (text: string) => string;
/** As they stand in the files, escapes and all. */
export declare function written(found: readonly Range[]): readonly Secret[];
/** A piece of a text with its secrets masked; `undefined` where it has none. `masks` are in order. */
export declare function maskedText({ source, start, end }: Range, masks: readonly Range[]): string | undefined;
