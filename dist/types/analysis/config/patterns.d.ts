/** Lists of patterns, as the configuration has them: what matches one of them, and none of those with `!` in front. */
import { type Glob } from '../../source/glob.js';
export interface Patterns {
    readonly include: readonly Glob[];
    /** Those with `!` in front; where there is nothing else, everything but them is meant. */
    readonly exclude: readonly Glob[];
}
export declare function matchesPatterns({ include, exclude }: Patterns, text: string): boolean;
