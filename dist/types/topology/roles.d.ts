/** What each service is: signals weighed, the strongest role taken, with the reasons. */
import type { Project } from '../compose/project.js';
import type { Role, RoleAssignment, Tier } from './topology.js';
export declare const TIER_OF: Readonly<Record<Role, Tier>>;
/** The roles of all services, disabled ones included, by service name. */
export declare function assignRoles(project: Project): ReadonlyMap<string, RoleAssignment>;
