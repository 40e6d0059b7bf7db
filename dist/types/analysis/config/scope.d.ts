/** Which findings a part of the configuration is about, and how severe they are there. */
import { type Item, type Whereabouts } from '../subject.js';
import type { Config, Level, Scope } from './config.js';
import { type Patterns } from './patterns.js';
/** All services of a finding must match: whoever lives with one of two is not asked about the other. */
export declare function inScope({ paths, services }: Scope, { draft }: Item, config: Config, where: Whereabouts): boolean;
/** What lies outside of the folder of the configuration matches nothing. */
export declare function matchesPath(paths: Patterns, file: string, config: Config, where: Whereabouts): boolean;
/** What the configuration says of a finding's rule at its place; `undefined`: nothing. */
export declare function levelOf(item: Item, where: Whereabouts): Level | undefined;
