/** What the names of environment variables say about the hosts in their values. */
/** Whether hosts in the value of such a variable are ones the container opens connections to. */
export declare function mayNameTarget(key: string, isProxy: boolean): boolean;
/** Whether a bare word as value is a host: `DB_HOST=db`, but not `DB_TYPE=postgres`. */
export declare function namesHost(key: string): boolean;
/** The variable that holds the port for this one: `DB_PORT` for `DB_HOST`. */
export declare function portKeysFor(key: string): readonly string[];
