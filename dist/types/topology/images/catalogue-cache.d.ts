/** Caches, and the proxies before databases. */
import type { ImageFamily } from './family.js';
export declare const CACHE_IMAGES: readonly ImageFamily[];
