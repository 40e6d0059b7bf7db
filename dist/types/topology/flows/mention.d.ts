/** Finding names of hosts in texts: in URLs, in lists of `host:port`, in connection strings. Offsets lead back to the place. */
export interface Mention {
    readonly host: string;
    readonly port: number | undefined;
    /** The port that the scheme of a URL implies where none is written. */
    readonly usualPort?: number;
    /** `[start, end)` of the host in the text. */
    readonly start: number;
    readonly end: number;
}
/**
 * Blots out `spans`, which are in the order of the text, and what only a shell in the container will replace (`$HOST`,
 * `${HOST}`): they match nothing, and offsets stay as they are.
 */
export declare function mask(text: string, spans?: readonly {
    readonly start: number;
    readonly end: number;
}[]): string;
/** Hosts of URLs, of each in `scheme://user:password@a:1,b:2/path`. */
export declare function urlMentions(text: string): readonly Mention[];
/** `host:port`, also in lists and after `=` or `@`. Images (`redis:7`) and paths are left out. */
export declare function hostPortMentions(text: string): readonly Mention[];
/** `Server=db,1433;Database=x`, `host=db port=5432`, `(HOST=db)`, `"host": "db"`. */
export declare function pairMentions(text: string): readonly Mention[];
export declare function bracketMentions(text: string): readonly Mention[];
/** Names that are the whole of a text, or of a list in it. Empty where something else stands among them. */
export declare function bareMentions(text: string): readonly Mention[];
/** Each place once, and each host once with each port; what comes first in the lists wins. */
export declare function uniqueMentions(...lists: readonly (readonly Mention[])[]): readonly Mention[];
/** Blots out whatever matches. */
export declare function withoutMatches(text: string, pattern: RegExp): string;
