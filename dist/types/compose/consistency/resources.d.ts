import { type ServiceCheck } from './project-view.js';
export declare const replicas: ServiceCheck;
/** The first name in Compose's message is the key, the second the service: the words are swapped there. */
export declare const oneContainerName: ServiceCheck;
export declare const twinLimits: ServiceCheck;
