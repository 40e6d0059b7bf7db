/** Applications that people and small teams host for themselves: one program that serves its users, with a store or without. */
import type { ImageFamily } from './family.js';
export declare const HOUSEHOLD_IMAGES: readonly ImageFamily[];
