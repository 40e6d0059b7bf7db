import { type ServiceCheck } from './project-view.js';
export declare const origin: ServiceCheck;
export declare const oneDockerfile: ServiceCheck;
export declare const contexts: ServiceCheck;
export declare const ownPlatform: ServiceCheck;
