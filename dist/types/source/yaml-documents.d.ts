/** The parser of the `yaml` library, which lets lines inside of brackets and quotes begin anywhere where Docker's does. */
import { type Document } from 'yaml';
/**
 * Read by the library's rules, a bracket or quote that is never closed costs no more than its block. So Docker's looser
 * rules are tried only where those find a mistake, and count only if they find none.
 */
export declare function parseDocuments(text: string): readonly Document.Parsed[];
