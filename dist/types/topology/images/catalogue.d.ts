import type { ImageFamily } from './family.js';
export declare const IMAGE_CATALOGUE: readonly (readonly ImageFamily[])[];
