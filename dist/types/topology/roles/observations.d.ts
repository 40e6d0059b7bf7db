import type { ServiceFacts } from './facts.js';
import { type Surroundings } from './name-observations.js';
import { type Observation } from './observation.js';
/** `stores`: the services that are stores by image or name. */
export declare function observationsOf(facts: ServiceFacts, around: Surroundings, stores: ReadonlySet<string>): readonly Observation[];
