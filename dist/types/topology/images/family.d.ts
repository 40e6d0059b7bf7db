/** What a row of the image catalogue holds. */
import type { Role } from '../topology.js';
import type { ImageKind } from './kinds.js';
/** A TCP port, or ports with their protocol. */
export type ContainerPort = number | `${number}/udp` | `${number}-${number}/udp`;
/**
 * `noauth`: anyone who connects is in, unless configured otherwise. `datastore`: holds state worth stealing. `admin`:
 * commands something else. `edge`: made to face users. `sock`: usually given the Docker socket. `hostnet`: usually on
 * the host's network. `privileged`: usually privileged. `shared-netns-provider`: others join its network namespace.
 */
export type ImageFlag = 'noauth' | 'datastore' | 'admin' | 'edge' | 'sock' | 'hostnet' | 'privileged' | 'shared-netns-provider';
/** Images that are the same thing for an analysis. What is absent is unknown, or not worth saying. */
export interface ImageFamily {
    /**
     * Repository paths without the registry (images are mirrored), unless one segment is all there is. `*` stands for any
     * run of characters. Official images have no namespace.
     */
    readonly images: readonly string[];
    readonly kind: ImageKind;
    /** Where it differs from the kind's. */
    readonly role?: Role;
    /** What members of the family listen on, as shipped. */
    readonly ports?: readonly ContainerPort[];
    /** Those of the ports that serve an administration interface. */
    readonly adminPorts?: readonly number[];
    /** Environment variables that carry credentials; `*` stands for any run of characters. */
    readonly credentials?: readonly string[];
    /** Whether the image reads a credential from a file named by the same variable with `_FILE` (or `__FILE`) added. */
    readonly fileVariants?: 'yes' | 'some' | 'no';
    /** Default credentials, or how authentication is lacking. */
    readonly weakness?: string;
    readonly flags?: readonly ImageFlag[];
}
