import type { ImageFamily } from './family.js';
import { type ImageName } from './image-name.js';
export interface ImageMatch {
    readonly family: ImageFamily;
    /** `last-segment`: only the last segment of the path is that of a known image, as with a private copy of it. */
    readonly match: 'exact' | 'pattern' | 'last-segment';
}
export interface Image {
    readonly name: ImageName;
    /** `undefined` where the catalogue does not know it. */
    readonly match: ImageMatch | undefined;
}
/** What an image is, or `undefined` where the catalogue does not know it. */
export declare function findImage(reference: string): ImageMatch | undefined;
export declare function readImage(reference: string): Image;
/** The family that a name is taken from: `redis` or `kafka-ui`, but no word that many products share. */
export declare function familyOfName(name: string): ImageFamily | undefined;
