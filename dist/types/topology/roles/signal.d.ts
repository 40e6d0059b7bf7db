/** A signal: a pattern in what a part of a service says, and the role that it speaks for. */
import type { Role } from '../topology.js';
/**
 * Weights are comparable across sources: 12 is an image that is known for one thing, 5 a clear word, 1 a hint. Of one
 * source only the strongest signal for a role counts.
 */
export interface Signal {
    readonly pattern: Pattern;
    readonly role: Role;
    readonly weight: number;
    /** A client of such a thing carries it too: it does not count where the service names a server elsewhere. */
    readonly client?: true;
}
/** A regular expression, or what is like one. */
export interface Pattern {
    test(text: string): boolean;
    /** How any match begins, where that is known. */
    readonly heads?: readonly string[];
}
/** Tried, and so compiled, only where one of the words, between bars, is in the text. A match always has one. */
export declare function mentioning(words: string, pattern: RegExp): Pattern & {
    readonly pattern: RegExp;
};
/** Tried only where the text begins with one of the words, between bars. A match always does. */
export declare function beginning(words: string, pattern: RegExp): Pattern & {
    readonly pattern: RegExp;
};
/** `matching` for many texts: tries only those signals of which a match begins with the first unit of the text. */
export declare function matcherOf(signals: readonly Signal[]): (text: string) => readonly Signal[];
export declare function matching(signals: readonly Signal[], text: string): readonly Signal[];
