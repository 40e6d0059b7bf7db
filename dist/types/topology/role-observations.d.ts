/** Applying the table of signals to one service: observations, each with its weight and its place. */
import { type Service } from '../compose/project.js';
import type { Evidence, Role } from './topology.js';
export type SignalSource = 'image' | 'environment' | 'port' | 'volume' | 'command' | 'healthcheck' | 'label' | 'name' | 'life' | 'relation' | 'default';
export interface Observation {
    readonly source: SignalSource;
    readonly role: Role;
    readonly weight: number;
    readonly evidence: Evidence;
}
export interface Surroundings {
    readonly workingDirectory: string;
    /** Words that most services of the project have in their names. */
    readonly shared: ReadonlySet<string>;
    /** Services that are stores by image or name. */
    readonly stores: ReadonlySet<string>;
}
/** All that a service says about itself. */
export declare function observationsOf(service: Service, around: Surroundings): readonly Observation[];
/** Whether image or name alone make a service a store. */
export declare function isStore(service: Service): boolean;
