/** Relational databases. */
import type { ImageFamily } from './family.js';
export declare const RELATIONAL_IMAGES: readonly ImageFamily[];
