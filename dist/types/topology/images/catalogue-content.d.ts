/** Applications that hold what people write, say and store. */
import type { ImageFamily } from './family.js';
export declare const CONTENT_IMAGES: readonly ImageFamily[];
