import { type Inhabitant, type Landscape, type Pod } from './landscape.js';
import type { Topology } from './topology.js';
/** Who answers to a name, and how it is found. */
export interface Resolution {
    readonly how: 'hosts' | 'link' | 'dns';
    /** The network that knows it; empty for the hosts file. */
    readonly engineName: string;
    /** Services, sorted; several where the name is ambiguous. `host` is true where it is the host's address. */
    readonly services: readonly string[];
    readonly host: boolean;
    /** Networks that know the name, too, but are not asked. */
    readonly shadowed: readonly {
        readonly engineName: string;
        readonly services: readonly string[];
    }[];
}
/** What `from` gets for a name; `undefined` where nothing of the given projects answers to it. */
export declare function resolveName(topology: Topology, from: string, name: string): Resolution | undefined;
/**
 * The service that answers when a consumer opens a connection to a host: by name, or by an address that the file fixes.
 * Of several that answer, one of the project, and among those the one that is called so, else the first.
 */
export declare function nameResolver(topology: Topology): (consumer: string, host: string) => string | undefined;
/** What `from` can call `to` by, sorted. */
export declare function namesBetween(landscape: Landscape, from: Inhabitant, to: Pod): readonly string[];
export declare function servicesOf(topology: Topology, pods: readonly Pod[]): readonly string[];
