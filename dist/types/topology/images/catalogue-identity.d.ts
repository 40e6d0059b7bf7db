/** Who is who, and who knows the secrets. */
import type { ImageFamily } from './family.js';
export declare const IDENTITY_IMAGES: readonly ImageFamily[];
