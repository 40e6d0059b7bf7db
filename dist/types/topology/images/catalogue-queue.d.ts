/** Message brokers, coordination, and their tools. */
import type { ImageFamily } from './family.js';
export declare const QUEUE_IMAGES: readonly ImageFamily[];
