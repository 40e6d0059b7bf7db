/** Stage 11 of the loader: everything that has a short syntax is put into its long one (compose-go `transform.Canonical`). */
import { type Limits } from '../source/limits.js';
import type { Mapping } from '../source/tree.js';
import type { Mode } from './project.js';
import type { StageResult } from './stage.js';
export interface CanonicalOptions {
    readonly mode: Mode;
    /** Keep short ports, volumes and devices that do not parse (`--no-interpolate`: they may hold variables). */
    readonly lenient: boolean;
    readonly limits?: Limits;
}
/** What Compose would refuse is reported and left out; a canonical tree comes back as it is. */
export declare function toCanonical(tree: Mapping, { mode, lenient, limits }: CanonicalOptions): StageResult;
