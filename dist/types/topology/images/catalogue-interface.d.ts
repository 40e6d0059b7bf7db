/** Interfaces without a store of their own. */
import type { ImageFamily } from './family.js';
export declare const INTERFACE_IMAGES: readonly ImageFamily[];
