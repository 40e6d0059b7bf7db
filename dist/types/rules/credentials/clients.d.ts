/** How well-known clients and servers take a credential on their command line, where the option's name does not say so. */
export interface Client {
    readonly programs: readonly string[];
    /** Options with the credential in the same word: `-psecret`. */
    readonly attached?: readonly string[];
    /** Options with the credential in the next word: `-a secret`. */
    readonly separate?: readonly string[];
    /** Options with `user:password` in the same or the next word. */
    readonly pairs?: readonly string[];
    /** Words that introduce arguments, and which argument after them is the credential, counted from 1. */
    readonly positional?: readonly {
        readonly after: readonly string[];
        readonly argument: number;
    }[];
    /** The options hold only behind this word (`docker login -p`). */
    readonly only?: string;
    /** The last word is the credential where a bundle of short options holds this letter. */
    readonly lastWith?: string;
    /** Long options take a value only with `=`, so the next word is something else. */
    readonly equalsOnly?: boolean;
}
/** Sources: the manual pages of the programs. */
export declare const CLIENTS: readonly Client[];
/** The client that a word of a command line starts, by its file name. */
export declare function clientOf(word: string): Client | undefined;
