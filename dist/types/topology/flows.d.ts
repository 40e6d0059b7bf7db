/** What is meant to talk to what: connections that the files speak of, each with its places. */
import type { Project } from '../compose/project.js';
import { type NameResolver } from './flows/names.js';
import { type Neighbours } from './neighbours.js';
import type { RoleAssignment, Topology } from './topology.js';
export { defaultNames, type NameResolver } from './flows/names.js';
/** The flows are sorted by consumer, provider and port. */
export declare function readIntentions(project: Project, names: NameResolver, roles: ReadonlyMap<string, RoleAssignment>, neighbours?: Neighbours): Pick<Topology, 'flows' | 'flowsAcross' | 'unresolved'>;
