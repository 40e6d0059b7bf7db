import { type ServiceFacts } from './facts.js';
import { type Observation } from './observation.js';
export declare function commandObservations(facts: ServiceFacts): readonly Observation[];
export declare function healthcheckObservations({ service }: ServiceFacts): readonly Observation[];
