/** Object stores, registries, and file servers. */
import type { ImageFamily } from './family.js';
export declare const STORAGE_IMAGES: readonly ImageFamily[];
