/** Tunnels, name servers, mail, and proxies for outgoing traffic. */
import type { ImageFamily } from './family.js';
export declare const NETWORK_IMAGES: readonly ImageFamily[];
