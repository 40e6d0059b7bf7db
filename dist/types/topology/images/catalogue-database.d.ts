/** Document, key-value, graph, wide-column and directory databases. */
import type { ImageFamily } from './family.js';
export declare const DATABASE_IMAGES: readonly ImageFamily[];
