/** One walk over a tree that rewrites what stands at given paths and shares everything else with the old tree. */
import { type Mapping, type Path, type Tree } from '../source/tree.js';
import { type PatternNode } from './pattern.js';
/** Gives the new value, or `undefined` to leave it out. A rule's subtree is walked only if the rule does so. */
export type Rewrite<Context> = (value: Tree, here: Here<Context>) => Tree | undefined;
export interface Here<Context> {
    readonly path: Path;
    /** The rules from this value on down. */
    readonly rules: PatternNode<Rewrite<Context>> | undefined;
    readonly context: Context;
}
export declare function rewrite<Context>(tree: Tree, here: Here<Context>): Tree | undefined;
export declare function rewriteChildren<Context>(tree: Mapping, here: Here<Context>): Mapping;
export declare function rewriteChildren<Context>(tree: Tree, here: Here<Context>): Tree;
