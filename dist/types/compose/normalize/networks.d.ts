/** The default network: services that name no network are on it, and it exists if a service is on it. */
import { type Mapping } from '../../source/tree.js';
export declare function withDefaultNetwork(tree: Mapping): Mapping;
