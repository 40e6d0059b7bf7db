import type { ImageFamily } from './family.js';
export interface ImageMatch {
    readonly family: ImageFamily;
    /** `last-segment`: only the last segment of the path is that of a known image, as with a private copy of it. */
    readonly match: 'exact' | 'pattern' | 'last-segment';
}
/** What an image is, or `undefined` where the catalogue does not know it. */
export declare function findImage(reference: string): ImageMatch | undefined;
/** The family that a name is taken from: `redis` or `kafka-ui`, but no word that many products share. */
export declare function familyOfName(name: string): ImageFamily | undefined;
