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
interface Answer extends Pick<Resolution, 'how' | 'engineName' | 'host'> {
    readonly pods: readonly Pod[];
}
/** The first is what the asker gets; none where nobody answers, or only an address of nobody that is known. */
export declare function answersFor(landscape: Landscape, asker: Inhabitant, name: string): readonly Answer[];
/** What `from` can call `to` by, sorted. */
export declare function namesBetween(landscape: Landscape, from: Inhabitant, to: Pod): readonly string[];
export declare function servicesOf(topology: Topology, pods: readonly Pod[]): readonly string[];
export {};
