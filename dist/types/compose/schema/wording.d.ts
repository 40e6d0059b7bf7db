import type { Issue } from './issues.js';
/** `value` is the text that the error is about, if it is one. */
export declare function wordingOf(issue: Issue, value: string | undefined): string;
/** A value of the wrong type for the first branch of a `oneOf` may have the right one for another: what is wrong then? */
export declare function hintOf({ error, alternatives }: Issue): string | undefined;
