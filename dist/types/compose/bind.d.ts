/** From the canonical tree to a `Project`. Reads what fits and passes over the rest: what is wrong was reported before. */
import type { Mapping } from '../source/tree.js';
import type { Network, Resource, Service } from './project.js';
/** The top-level sections of a tree, for the services that run. */
export interface Sections {
    readonly networks: readonly Network[];
    readonly volumes: readonly Resource[];
    readonly secrets: readonly Resource[];
    readonly configs: readonly Resource[];
}
export declare function bindSections(tree: Mapping, projectName: string, services: readonly Service[]): Sections;
