/** Applications for business and for data, and services without an interface. */
import type { ImageFamily } from './family.js';
export declare const APP_IMAGES: readonly ImageFamily[];
