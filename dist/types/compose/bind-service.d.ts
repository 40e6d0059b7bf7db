/** From a service's canonical mapping to a `Service`. */
import type { Entry, Mapping } from '../source/tree.js';
import type { Mode, Service, Variable } from './project.js';
export interface Values {
    readonly environment: readonly Variable[];
    readonly labels: readonly Variable[];
}
export declare function bindService({ name, at }: Entry, tree: Mapping, { environment, labels }: Values, mode: Mode): Service;
