import type { Mapping } from '../source/tree.js';
import type { Document } from './document.js';
import type { Scope } from './run.js';
/** The merged tree of the files, `undefined` where nothing could be read of any of them. */
export declare function loadFiles(scope: Scope, paths: readonly string[]): Mapping | undefined;
/** The documents of a file; what cannot be decoded is reported and left out. */
export declare function documentsOf(scope: Scope, path: string): readonly Document[];
