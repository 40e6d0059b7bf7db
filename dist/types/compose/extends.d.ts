/** `extends`: services that start from another service, of the same document or of another file. */
import type { Range } from '../source/text.js';
import type { Mapping } from '../source/tree.js';
import type { Removals } from './reset.js';
import type { Scope } from './run.js';
/** The services of a file that is only extended from, and what its tags remove; `undefined` where it cannot be used. */
export interface BaseFile {
    readonly services: Mapping;
    readonly removals: Removals;
}
/** Loads such a file: its paths come as seen from the scope, what is wrong is reported for `site`. */
export type LoadBaseFile = (scope: Scope, reference: string, site: Range, service: string) => BaseFile | undefined;
/** The document with every service extended. A service whose base is not to be had stays without it. */
export declare function applyExtends(scope: Scope, document: Mapping, file: string, removals: Removals, load: LoadBaseFile): Mapping;
