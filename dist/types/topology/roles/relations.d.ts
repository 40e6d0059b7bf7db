/** What the others say about a service's role: who waits for its end, what it depends on, who stands before it. */
import type { Project } from '../../compose/project.js';
import type { Role } from '../topology.js';
import { type Observation } from './observation.js';
/** Roles as far as each service's own words tell. */
export type FirstRoles = ReadonlyMap<string, Role>;
/** Observations that need the other services, by service name. */
export declare function relationObservations(project: Project, roles: FirstRoles, own: ReadonlyMap<string, readonly Observation[]>): ReadonlyMap<string, readonly Observation[]>;
