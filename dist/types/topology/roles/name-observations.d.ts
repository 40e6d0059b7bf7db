import type { ServiceFacts } from './facts.js';
import { type Observation } from './observation.js';
export interface Surroundings {
    readonly workingDirectory: string;
    /** Words that most services of the project have in their names, and that say nothing. */
    readonly shared: ReadonlySet<string>;
}
export declare function nameObservations(facts: ServiceFacts, { workingDirectory, shared }: Surroundings): readonly Observation[];
