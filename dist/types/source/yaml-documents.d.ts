/** The parser of the `yaml` library, which lets lines inside of brackets and quotes begin anywhere where Docker's does. */
import { type Document } from 'yaml';
/** Going on would cost more than any real file needs. */
export declare class LimitExceeded extends Error {
    readonly at: number;
    constructor(message: string, at: number);
}
/**
 * Read by the library's rules, a bracket or quote that is never closed costs no more than its block. So Docker's looser
 * rules are tried only where those find a mistake, and count only if they find none.
 * `depth`: of collections in each other; the composer recurses, and V8 aborts the process rather than throw if it has to
 * compile a regular expression on a stack that is nearly full.
 */
export declare function parseDocuments(text: string, depth: number): readonly Document.Parsed[];
