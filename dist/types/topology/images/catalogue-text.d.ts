/** Names of images with asterisks in them. */
interface ImagePattern {
    /** What is between the asterisks. */
    readonly parts: readonly string[];
    readonly row: number;
}
export interface CatalogueText {
    /** A text table of families by their images; the value is the rest of a family as JSON. A row is told by where it begins. */
    readonly families: string;
    /** The same of names that a product goes by, wherever its image is taken from; the value is a row of `families`. */
    readonly products: string;
    readonly patterns: readonly ImagePattern[];
}
export declare const CATALOGUE_TEXT: CatalogueText;
export {};
