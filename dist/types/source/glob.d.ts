/**
 * Patterns for paths and names, matched in time bounded by the product of the lengths, whatever the pattern is: a
 * translation to a regular expression takes minutes for `*a*a*a*a*b`.
 *
 * `*` is any run of characters within a segment, `?` one of them, `[a-z]` and `[!a-z]` one of a class, `**` alone in a
 * segment any number of segments, `{one,other}` either, and a backslash takes the meaning off what follows.
 */
export interface Glob {
    readonly text: string;
    /** One of them has to match, segment by segment. */
    readonly alternatives: readonly (readonly string[])[];
}
/** The pattern, or why it is none: the end of a sentence that begins with it. */
export declare function parseGlob(text: string): Glob | string;
export declare function matchesGlob({ alternatives }: Glob, text: string): boolean;
/** A path against a pattern, both in segments. */
export declare function matchSegments(pattern: readonly string[], path: readonly string[]): boolean;
