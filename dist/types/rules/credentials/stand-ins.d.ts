/** Servers that stand in for others while people develop: they take any credential, so what they are given opens nothing. */
import type { Project } from '../../compose/project.js';
import type { Topology } from '../../topology/topology.js';
import type { Credential } from './find.js';
/** Whether the service has the credential for a stand-in of the project, or is one. */
export declare function isForStandIn(project: Project, topology: Topology, credential: Credential): boolean;
