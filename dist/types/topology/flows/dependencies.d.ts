/** Flows that the wiring of services speaks of: what they depend on, link to, and share a network namespace with. */
import type { Project, Service } from '../../compose/project.js';
import type { RoleAssignment } from '../topology.js';
import type { Draft } from './draft.js';
type Roles = ReadonlyMap<string, RoleAssignment>;
export declare function wiringDrafts(project: Project, service: Service, roles: Roles): readonly Draft[];
export {};
