/** Quoting of names in messages, as Go does it. */
/** Go's `%q`: in double quotes, without anything that does not print. */
export declare function quoted(text: string): string;
