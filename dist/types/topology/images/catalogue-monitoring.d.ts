/** Metrics, and who collects them. */
import type { ImageFamily } from './family.js';
export declare const MONITORING_IMAGES: readonly ImageFamily[];
