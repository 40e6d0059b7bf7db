/** Which services a run starts: by profile, and by name. */
import type { Entry, Mapping } from '../source/tree.js';
export type ServiceEntry = Entry & {
    readonly value: Mapping;
};
export interface Split {
    readonly enabled: readonly ServiceEntry[];
    readonly disabled: readonly ServiceEntry[];
}
/** A service without profiles always runs. */
export declare function byProfile(services: readonly ServiceEntry[], active: readonly string[]): Split;
/** The services asked for and what they depend on. To ask for a service is to activate its profiles. */
export declare function byName(services: readonly ServiceEntry[], active: readonly string[], names: readonly string[]): Split;
