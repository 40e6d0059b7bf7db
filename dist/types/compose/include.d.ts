import type { Mapping } from '../source/tree.js';
import type { Removals } from './reset.js';
import type { Scope } from './run.js';
/** Loads the files of one project; given by the pipeline, which this is a part of. */
export type LoadFiles = (scope: Scope, paths: readonly string[]) => Mapping | undefined;
/** The document without `include`, and with what it includes. What the document says itself wins. */
export declare function applyInclude(scope: Scope, document: Mapping, removals: Removals, load: LoadFiles): Mapping;
