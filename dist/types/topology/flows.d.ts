/** What is meant to talk to what: connections that the files speak of, each with its places. */
import type { Project } from '../compose/project.js';
import { type NameResolver } from './flows/names.js';
import type { Flow, RoleAssignment } from './topology.js';
export { defaultNames, type NameResolver } from './flows/names.js';
type FlowEvidence = Flow['evidence'][number];
/** A name that belongs to a service of the project, used by one that cannot resolve it. */
export interface UnresolvedName {
    readonly from: string;
    readonly name: string;
    /** Whose name it is. */
    readonly to: string;
    readonly port?: number;
    readonly evidence: FlowEvidence;
}
export interface Intentions {
    /** Sorted by consumer, provider and port. */
    readonly flows: readonly Flow[];
    readonly unresolved: readonly UnresolvedName[];
}
export declare function inferFlows(project: Project, names: NameResolver): readonly Flow[];
/** `roles` saves computing them again. */
export declare function readIntentions(project: Project, names: NameResolver, roles?: ReadonlyMap<string, RoleAssignment>): Intentions;
