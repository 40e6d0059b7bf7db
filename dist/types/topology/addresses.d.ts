import type { Network } from '../compose/project.js';
import type { Family } from './topology.js';
/** All addresses of the host. */
export declare const EVERY: Readonly<Record<Family, string>>;
/** Every address and that of loopback as they are usually spelled, and what is IPv4 in IPv6 as IPv4; others as they are. */
export declare function usualSpelling(address: string): string;
export declare function isLoopback(address: string): boolean;
/** Of an address in its usual spelling. */
export declare function familyOf(address: string): Family;
type Standing = 'gateway' | 'neighbour' | undefined;
/**
 * What an address of the host, as a port names it, is on a network that declares its subnets: its gateway, or as far as the
 * network's members know one of their neighbours, which it is not. `undefined`: nothing there.
 */
export declare function standingOn(network: Network | undefined, address: string): Standing;
export {};
