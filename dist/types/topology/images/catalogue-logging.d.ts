/** Logs and traces, and who collects them. */
import type { ImageFamily } from './family.js';
export declare const LOGGING_IMAGES: readonly ImageFamily[];
