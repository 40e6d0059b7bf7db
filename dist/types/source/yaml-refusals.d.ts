/** What is no YAML, in plain words, and what is YAML but not to Docker's library. No message quotes the text: it may hold a secret. */
import type { CST, Document, YAMLParseError } from 'yaml';
import type { LimitName } from './limits.js';
import type { Range } from './text.js';
export interface ParseProblem {
    readonly message: string;
    readonly at: Range;
    /** The limit that it comes from. */
    readonly limit?: LimitName;
}
interface Mistake {
    readonly message: string;
    readonly start: number;
    readonly end: number;
}
/**
 * Docker's library ends a line at a lone carriage return, NEL, LS and PS, too. Each is one unit, as LF is, so that
 * offsets stay what they are.
 */
export declare function uniformBreaks(text: string): string;
/** A message for an error of the library; empty for what is no error to Docker, or is checked elsewhere. */
export declare function explain({ code, message }: Pick<YAMLParseError, 'code' | 'message'>): string;
export interface YamlStream {
    readonly documents: readonly Document.Parsed[];
    /** What stands in front of each document, and behind the last. */
    readonly directives: readonly (readonly CST.Directive[])[];
}
/** `opaque`: scalars and flow collections, in which tabs and escapes mean something else. */
export declare function refusals(text: string, { documents, directives }: YamlStream, opaque: readonly {
    readonly start: number;
    readonly end: number;
}[]): Generator<Mistake>;
export {};
