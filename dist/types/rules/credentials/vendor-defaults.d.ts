/** Passwords that everybody tries first: those of the vendors, and those that follow from a name. */
/** What images are born with, or their documentation uses; by a name of the image family in the catalogue. */
export declare const VENDOR_DEFAULTS: ReadonlyMap<string, readonly string[]>;
/** The head of every list of leaked passwords. */
export declare const COMMON_PASSWORDS: ReadonlySet<string>;
/** Images that make themselves a credential which everybody knows when they are given none. */
export declare const BORN_WITH: readonly {
    readonly image: string;
    /** Any of these, or its `_FILE` form, replaces it. */
    readonly settings: readonly string[];
    readonly account: string;
}[];
