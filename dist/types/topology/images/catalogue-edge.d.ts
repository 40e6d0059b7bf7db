/** Reverse proxies, web servers, gateways, and what stands beside them. */
import type { ImageFamily } from './family.js';
export declare const EDGE_IMAGES: readonly ImageFamily[];
