/** Administration interfaces: whoever reaches one, holds what is behind it. */
import type { ImageFamily } from './family.js';
export declare const ADMIN_IMAGES: readonly ImageFamily[];
