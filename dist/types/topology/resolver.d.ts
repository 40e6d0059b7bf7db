import type { Topology } from './topology.js';
/**
 * The service that answers when a consumer opens a connection to a host: by name, or by an address that the file fixes.
 * Of several that answer, one of the project, and among those the one that is called so, else the first. That goes for
 * answers of several networks, too: whoever writes `db` means his own, though the Engine may ask the network of another first.
 */
export declare function nameResolver(topology: Topology): (consumer: string, host: string) => string | undefined;
