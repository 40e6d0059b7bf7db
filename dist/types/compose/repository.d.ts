import { type Host } from './host.js';
export interface Repository {
    /**
     * Whether the file lies in a git repository and is not ignored; `undefined` where nothing can be told, because there is
     * no repository or no such file. Paths may be relative to the directory that was given.
     */
    readonly takes: (path: string) => boolean | undefined;
}
export interface Pattern {
    readonly negated: boolean;
    readonly directoriesOnly: boolean;
    /** Matches from the directory of its file; otherwise the last segment alone counts. */
    readonly anchored: boolean;
    readonly segments: readonly string[];
}
export declare function repositoryOf(host: Host, workingDirectory: string): Repository;
/** What the ignore files of one directory say. */
export interface IgnoreLevel {
    readonly directory: string;
    readonly patterns: readonly Pattern[];
}
/** From the repository's root down to the directory; the directory alone where there is no repository. */
export declare function ignoreLevels(host: Host, directory: string): readonly IgnoreLevel[];
/** Whether the path itself is ignored, its directories apart: the last pattern that matches decides. */
export declare function isNamed(levels: readonly IgnoreLevel[], path: string, isDirectory: boolean): boolean;
export declare function readPatterns(host: Host, directory: string): readonly Pattern[];
export declare function parsePattern(line: string): readonly Pattern[];
