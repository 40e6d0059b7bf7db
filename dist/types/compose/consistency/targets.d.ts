import { type ServiceCheck } from './project-view.js';
export declare const healthcheck: ServiceCheck;
export declare const watched: ServiceCheck;
export declare const mounts: ServiceCheck;
