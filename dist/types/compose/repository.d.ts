import type { Host } from './host.js';
export interface Repository {
    /**
     * Whether the file is there, in a git repository, and not ignored; `undefined` where there is no repository, so that
     * nothing can be told. Paths may be relative to the directory that was given.
     */
    readonly takes: (path: string) => boolean | undefined;
}
interface Pattern {
    readonly negated: boolean;
    readonly directoriesOnly: boolean;
    /** Matches from the directory of its file; otherwise the last segment alone counts. */
    readonly anchored: boolean;
    readonly segments: readonly string[];
}
export declare function repositoryOf(host: Host, workingDirectory: string): Repository;
export declare function parsePattern(line: string): readonly Pattern[];
export {};
