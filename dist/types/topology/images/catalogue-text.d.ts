/** Names of images with asterisks in them. */
interface ImagePattern {
    /** What is between the asterisks. */
    readonly parts: readonly string[];
    readonly row: number;
}
/** A row is told by where it begins in `rows`. */
export interface CatalogueText {
    /** A line of JSON for each family. */
    readonly rows: string;
    /** A text table of rows. */
    readonly images: string;
    /** The same for names that a product goes by, wherever its image is taken from. */
    readonly products: string;
    readonly patterns: readonly ImagePattern[];
}
export declare const CATALOGUE_TEXT: CatalogueText;
export {};
