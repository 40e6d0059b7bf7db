/**
 * The words that names of settings are made of, as far as they tell a credential from its look-alikes. A name is split
 * into words first (`name-words.ts`), so nothing here is ever matched as a mere substring.
 */
/** What a credential opens: a `password` or `secret` is chosen by the operator, a `token` is issued by somebody else. */
export type CredentialClass = 'password' | 'secret' | 'token' | 'pair' | 'hash';
/** Words that name a credential when they end a name (`DB_PASSWORD`, `jwt.secret`). */
export declare const CREDENTIAL_WORDS: ReadonlyMap<string, CredentialClass>;
/** Alone, these are counts and switches more often than credentials (`SECRETS=1`): they need a word in front. */
export declare const PLURALS: ReadonlySet<string>;
/** `..._KEY` names a credential only behind one of these: a key may as well be a partition's, a cache's, or a public one. */
export declare const KEY_QUALIFIERS: ReadonlyMap<string, CredentialClass>;
/** What may follow a credential word without changing its meaning (`SECRET_KEY_BASE`, `PASSWORD_DEFAULT`). */
export declare const NEUTRAL_TAILS: ReadonlySet<string>;
/** A stored form of a password: guessable offline, so weaker than the password and stronger than nothing. */
export declare const HASH_TAILS: ReadonlySet<string>;
/** A name that begins with one of these is a switch or a limit, whatever follows (`ALLOW_EMPTY_PASSWORD`, `MAX_TOKENS`). */
export declare const LEADING_SWITCHES: ReadonlySet<string>;
/** Anywhere in a name these make a switch of it (`MYSQL_RANDOM_ROOT_PASSWORD`). */
export declare const SWITCHES: ReadonlySet<string>;
/** Right before the credential word these make a switch of it (`NEXUS_SECURITY_RANDOMPASSWORD`, `FORGOT_PASSWORD`). */
export declare const ADJACENT_SWITCHES: ReadonlySet<string>;
/** Right before `secret` these say that the value is the name of a secret that is kept elsewhere (Kubernetes). */
export declare const SECRET_NAMERS: ReadonlySet<string>;
/** Names that end with one of these hold `user:password` or `user/password`; the value's shape decides. */
export declare const PAIR_WORDS: ReadonlySet<string>;
/** Words that occur fused to the above (`PGPASSWORD`, `passwordminlength`): known, so that such a word can be taken apart. */
export declare const COMPANIONS: ReadonlySet<string>;
/** Names (words joined by `_`) that mean what their words do not say. */
export declare const EXACT_NAMES: ReadonlyMap<string, CredentialClass>;
/** Build tools copy variables with these first words into pages that any visitor can read. */
export declare const BROWSER_PREFIXES: readonly (readonly string[])[];
