import type { LimitName } from './limits.js';
import type { YamlLimits } from './yaml.js';
import { type YamlStream } from './yaml-refusals.js';
/** Going on would cost more than any real file needs. */
export declare class LimitExceeded extends Error {
    readonly at: number;
    /** The limit that would have to be moved. */
    readonly limit?: LimitName | undefined;
    constructor(message: string, at: number, 
    /** The limit that would have to be moved. */
    limit?: LimitName | undefined);
}
export type ParserLimits = Pick<YamlLimits, 'nodes' | 'depth'>;
/**
 * Read by the library's rules, a bracket or quote that is never closed costs no more than its block. So Docker's looser
 * rules are tried only where those find a mistake, and count only if they find none.
 * `nodes`: in what parses, more scalars than that are more nodes, too, so that the rest need not be read.
 * `depth`: of collections in each other; the composer recurses, and V8 aborts the process rather than throw if it has to
 * compile a regular expression on a stack that is nearly full.
 */
export declare function parseStream(text: string, limits: ParserLimits): YamlStream;
