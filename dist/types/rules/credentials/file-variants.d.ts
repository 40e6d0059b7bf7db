/** Which settings images read from a file, as far as their documentation gives the whole list. */
export interface FileVariants {
    /** Repository paths of official images; private copies may differ. */
    readonly images: readonly string[];
    /** The `_FILE` settings that are read. */
    readonly read: readonly string[];
    /** Settings of this form are the image's; what else ends in `_FILE` belongs to somebody else. */
    readonly own: RegExp;
    /** The form that the image reads, where it differs. */
    readonly instead?: string;
    /** Since this tag; older ones read them. */
    readonly since?: readonly [major: number, minor: number];
}
/** Sources: the images' entrypoints and documentation. */
export declare const FILE_VARIANTS: readonly FileVariants[];
