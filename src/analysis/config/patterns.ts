/** Lists of patterns, as the configuration has them: what matches one of them, and none of those with `!` in front. */
import { type Glob, matchesGlob } from '../../source/glob.js';

export interface Patterns {
  readonly include: readonly Glob[];
  /** Those with `!` in front; where there is nothing else, everything but them is meant. */
  readonly exclude: readonly Glob[];
}

export function matchesPatterns({ include, exclude }: Patterns, text: string): boolean {
  const matches = (glob: Glob): boolean => matchesGlob(glob, text);
  return (include.length === 0 || include.some(matches)) && !exclude.some(matches);
}
