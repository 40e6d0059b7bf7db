import type { Network } from '../compose/project.js';
/**
 * What an address of the host, as a port names it, is on a network that declares its subnets: its gateway, or as far as the
 * network's members know one of their neighbours, which it is not. `undefined`: nothing there.
 */
export declare function standingOn(network: Network | undefined, address: string): 'gateway' | 'neighbour' | undefined;
