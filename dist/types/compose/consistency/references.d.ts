import { type ServiceCheck } from './project-view.js';
export declare const eitherNetworks: ServiceCheck;
export declare const networks: ServiceCheck;
export declare const models: ServiceCheck;
/** A dependency that a profile disables may be missing where it is not required; no other file could bring it back. */
export declare const dependencies: ServiceCheck;
/** To share a namespace is to depend on its owner: what was said of the dependency is not said again. */
export declare const namespaceOwner: ServiceCheck;
export declare const volumes: ServiceCheck;
export declare const buildSecrets: ServiceCheck;
export declare const configs: ServiceCheck;
export declare const secrets: ServiceCheck;
