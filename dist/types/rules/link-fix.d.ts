/** The way out of a legacy link: an order of start that is written, and a name that everybody on the network knows. */
import type { Link, Service } from '../compose/project.js';
import type { Endpoint, Topology } from '../topology/topology.js';
import type { FixProposal } from './rule.js';
/** `shared`: where the service is on a network that both are on. */
export declare function linkFix(topology: Topology, service: Service, link: Link, shared: Endpoint | undefined): FixProposal;
