/** Splits names of settings into lower-case words: at `_`, `-`, `.` and the like, at camelCase humps, and fused words by a vocabulary. */
/** `ME_CONFIG_MONGODB_ADMINPASSWORD`, `db.rootPassword`, `SMTPPassword2` as words; digits that only number a name are dropped. */
export declare function wordsOf(name: string, vocabulary: ReadonlySet<string>): readonly string[];
