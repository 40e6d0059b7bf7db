/** One document's way into the tree built so far: stages 3 to 13 of the pipeline, in Compose's order. */
import type { Mapping } from '../source/tree.js';
import type { LoadBaseFile } from './extends.js';
import type { LoadFiles } from './include.js';
import type { Removals, TaggedPath } from './reset.js';
import type { Scope } from './run.js';
export interface Document {
    /** The file as Compose names it: an absolute path, or `-`. */
    readonly file: string;
    readonly root: Mapping;
    readonly tags: readonly TaggedPath[];
}
/** A file that a service extends from is only read: nothing is included, extended or checked. */
export type Use = 'project' | 'base';
export interface Loaders {
    readonly loadFiles: LoadFiles;
    readonly loadBaseFile: LoadBaseFile;
}
export interface Added {
    readonly tree: Mapping;
    /** What the document's tags remove from what came before. */
    readonly removals: Removals;
}
export declare function addDocument(scope: Scope, document: Document, before: Mapping | undefined, use: Use, loaders: Loaders): Added;
