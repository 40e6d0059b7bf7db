/** The name of a project: given, from the environment, from a file, or from the directory. */
import type { Scalar } from '../source/tree.js';
import type { Document } from './document.js';
import type { Scope } from './run.js';
export interface NameSource {
    readonly name: string;
    /** Given by the user, so it must be valid as it is; a directory's name only serves where no file has one. */
    readonly given: boolean;
}
export interface ProjectName {
    readonly value: string;
    /** Where a file says so. */
    readonly written?: Scalar;
}
/** Lower case letters, digits, `_` and `-`, the first of them a letter or digit; everything else is left out. */
export declare function normalizeProjectName(name: string): string;
export declare function invalidProjectName(name: string): string;
/**
 * A name that was given counts, else the last one in the documents. A directory's name does not step in for a written
 * one that comes to nothing, unless nobody can know what it comes to.
 */
export declare function projectName(scope: Scope, source: NameSource, documents: readonly Document[]): ProjectName;
