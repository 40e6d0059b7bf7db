/** Which pieces of the texts no output may show: what the rules found to be secret, and the same value elsewhere. */
import type { Project } from '../compose/project.js';
import { Secret } from '../rules/credentials/secret.js';
import type { Range, SourceText } from '../source/text.js';
/** Of fixed width, so that not even a secret's length is told. */
export declare const MASK = "\u2022\u2022\u2022";
/** The ranges to mask, per text. Linear in the size of the texts. */
export declare function secretRanges(found: readonly Range[], secrets: readonly Secret[], sources: Iterable<SourceText>): ReadonlyMap<SourceText, readonly Range[]>;
/** For texts that are no piece of a file: names, messages, paths. */
export declare function hiderOf(found: readonly Range[], secrets: readonly Secret[]): (text: string) => string;
/** Where no finding is told, and names of projects are. */
export declare function hiderFor(projects: readonly Project[]): (text: string) => string;
/** As they stand in the files, escapes and all. */
export declare function written(found: readonly Range[]): readonly Secret[];
/** A piece of a text with its secrets masked; `undefined` where it has none. `masks` are in order. */
export declare function maskedText({ source, start, end }: Range, masks: readonly Range[]): string | undefined;
