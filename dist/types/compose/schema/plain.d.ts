/** A tree as the JSON data that Docker Compose hands to its schema validator. */
import type { Path, Scalar, Tree } from '../../source/tree.js';
export interface Plain {
    /** Objects have no prototype, so that a key such as `__proto__` is an ordinary one. */
    readonly data: unknown;
    /** Numbers that JSON has no words for; they are 0 in the data. */
    readonly unsupported: readonly Unsupported[];
}
export interface Unsupported {
    readonly path: Path;
    readonly scalar: Scalar;
}
export declare function plainData(root: Tree): Plain;
