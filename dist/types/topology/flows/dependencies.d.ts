/** Flows that the wiring of services speaks of: what they depend on, link to, and share a network namespace with. */
import type { Service } from '../../compose/project.js';
import type { RoleAssignment } from '../topology.js';
import type { Draft } from './draft.js';
type Roles = ReadonlyMap<string, RoleAssignment>;
type Services = ReadonlyMap<string, Service>;
export declare function wiringDrafts(services: Services, service: Service, roles: Roles): readonly Draft[];
export {};
