export type ImagePart = 'registry' | 'path' | 'tag' | 'digest';
export interface ImageName {
    /** Lower case, with its port; `undefined` for Docker Hub and its mirrors, and where it is unknown. */
    readonly registry: string | undefined;
    /** The repository in lower case, without `library/`; empty where nothing of it is known. */
    readonly path: string;
    readonly tag: string | undefined;
    readonly digest: string | undefined;
    /** The parts that hang, wholly or in part, on variables that are not set. */
    readonly unknown: readonly ImagePart[];
    /** The variables that make up the unknown part of the path: `POSTGRES_IMAGE` says something too. */
    readonly pathVariables: readonly string[];
}
/** Never fails: of a text that is no image reference the result says what little can be said. */
export declare function parseImageReference(text: string): ImageName;
