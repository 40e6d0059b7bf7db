/** Databases for time series, vectors and analysis, and search engines. */
import type { ImageFamily } from './family.js';
export declare const ANALYTICS_IMAGES: readonly ImageFamily[];
