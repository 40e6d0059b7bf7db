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
/** All that a service says about itself. `shared` holds words that most services of the project have in their names. */
export declare function observationsOf(service: Service, workingDirectory: string, shared: ReadonlySet<string>): readonly Observation[];
