/** Source code, build servers, backups, one-shot tools, test tools. */
import type { ImageFamily } from './family.js';
export declare const BUILD_IMAGES: readonly ImageFamily[];
