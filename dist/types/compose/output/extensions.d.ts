/** Stage 19: Compose puts `x-*` keys aside before it binds a project, those of free mappings such as `environment` too. */
import type { Tree } from '../../source/tree.js';
/** A tree found at a path such as `['services', 'web']`. */
export declare function withExtensionsAside(tree: Tree, path: readonly string[]): Tree;
