/** File names as other programs want them: from the repository's root, and as URIs. */
export interface RepositoryOptions {
    /** The folder that the report's paths start from, within the repository; `''` for its root, which is the default. */
    readonly folder?: string;
}
/** A relative path from the repository's root, `..` resolved as far as the folder goes; others stay as they are. */
export declare function fromRoot(file: string, { folder }: RepositoryOptions): string;
export declare function isAbsolute(file: string): boolean;
/** Absolute paths as `file:` URIs, relative ones as relative references (RFC 3986), percent-encoded. */
export declare function uriOf(file: string): string;
