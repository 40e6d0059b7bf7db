/** Applications for the home: media, games, automation of the house. */
import type { ImageFamily } from './family.js';
export declare const HOME_IMAGES: readonly ImageFamily[];
