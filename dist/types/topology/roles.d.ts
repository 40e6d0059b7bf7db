/** What each service is: signals weighed, the strongest role taken, with the reasons. */
import type { Project } from '../compose/project.js';
import { type Origin } from '../source/tree.js';
import type { Role, RoleAssignment } from './topology.js';
/** A role that somebody gave to a service outside of the Compose files, and where. */
export type GivenRole = (service: string) => {
    readonly role: Role;
    readonly at: Origin;
} | undefined;
/** The roles of all services, disabled ones included, by service name. What the files say of themselves comes first. */
export declare function assignRoles(project: Project, given?: GivenRole): ReadonlyMap<string, RoleAssignment>;
