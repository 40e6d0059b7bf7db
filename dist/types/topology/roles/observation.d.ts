/** What speaks for a role: one signal that was found in a service, with its weight and its place. */
import type { Origin, Scalar } from '../../source/tree.js';
import type { Evidence, Role } from '../topology.js';
export type SignalSource = 'image' | 'environment' | 'port' | 'volume' | 'command' | 'healthcheck' | 'label' | 'name' | 'life' | 'relation' | 'default';
export interface Observation {
    readonly source: SignalSource;
    readonly role: Role;
    readonly weight: number;
    readonly evidence: Evidence;
}
export declare function observe(source: SignalSource, role: Role, weight: number, text: string, at: Origin): Observation;
/** Roles that hold what others want. */
export declare const STORE_ROLES: ReadonlySet<Role>;
export declare function textOf(scalar: Scalar): string;
