/** Images without a role of their own: languages, application servers, plain systems. */
import type { ImageFamily } from './family.js';
export declare const RUNTIME_IMAGES: readonly ImageFamily[];
