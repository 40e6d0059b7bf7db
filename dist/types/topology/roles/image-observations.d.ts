import type { ServiceFacts } from './facts.js';
import { type Observation } from './observation.js';
export declare function imageObservations({ service, image, match, imageRole }: ServiceFacts): readonly Observation[];
/** What nobody knows is most likely what the project is about: an application. */
export declare function defaultObservations({ service, match, imageRole }: ServiceFacts): readonly Observation[];
