/** What runs, watches or replaces containers, and shells into them. */
import type { ImageFamily } from './family.js';
export declare const OPERATIONS_IMAGES: readonly ImageFamily[];
