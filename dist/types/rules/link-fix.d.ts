/** The way out of a legacy link: an order of start that is written, and a name that everybody on the network knows. */
import type { Link, Service } from '../compose/project.js';
import type { Topology } from '../topology/topology.js';
import type { FixProposal } from './rule.js';
/** `shared`: the key of a network that both are on. */
export declare function linkFix(topology: Topology, service: Service, link: Link, shared: string | undefined): FixProposal;
