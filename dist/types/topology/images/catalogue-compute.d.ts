/** Workflow engines, data processing, models. */
import type { ImageFamily } from './family.js';
export declare const COMPUTE_IMAGES: readonly ImageFamily[];
