/**
 * Whether a tree satisfies the schema for certain. Nearly all do, and this answers at a fraction of what the compiled
 * validator costs; what is wrong with the others, if anything, is the validator's to say. A test holds the two together.
 */
import type { Tree } from '../../source/tree.js';
type TypeName = 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'object' | 'array';
/** The keywords that the Compose schema uses. */
export interface Schema {
    readonly $ref?: string;
    readonly type?: TypeName | readonly TypeName[];
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly required?: readonly string[];
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly patternProperties?: Readonly<Record<string, Schema>>;
    readonly additionalProperties?: Schema | boolean;
    readonly items?: Schema;
    readonly uniqueItems?: boolean;
    readonly oneOf?: readonly Schema[];
    readonly $defs?: Readonly<Record<string, Schema>>;
}
/** Each schema becomes a function when a value is first held against it. */
export declare function checkerOf(root: Schema): (tree: Tree) => boolean;
export {};
