/** One walk over a tree that rewrites what stands at given paths and shares everything else with the old tree. */
import { type Mapping, type Path, sequence, type Tree } from '../source/tree.js';
import { withValues } from './entries.js';
import { type PatternNode, step } from './pattern.js';

/** Gives the new value, or `undefined` to leave it out. A rule's subtree is walked only if the rule does so. */
export type Rewrite<Context> = (value: Tree, here: Here<Context>) => Tree | undefined;

export interface Here<Context> {
  readonly path: Path;
  /** The rules from this value on down. */
  readonly rules: PatternNode<Rewrite<Context>> | undefined;
  readonly context: Context;
}

export function rewrite<Context>(tree: Tree, here: Here<Context>): Tree | undefined {
  const rule = here.rules?.value;
  return rule ? rule(tree, here) : rewriteChildren(tree, here);
}

export function rewriteChildren<Context>(tree: Mapping, here: Here<Context>): Mapping;
export function rewriteChildren<Context>(tree: Tree, here: Here<Context>): Tree;
export function rewriteChildren<Context>(tree: Tree, here: Here<Context>): Tree {
  if (here.rules === undefined || here.rules.rows.size === 0) return tree;
  if (tree.kind === 'sequence') {
    const items = tree.items.map((item, index) => rewriteChild(item, here, index));
    return items.every((item, index) => item === tree.items[index]) ? tree : sequence(items.filter(isTree), tree.at);
  }
  return tree.kind === 'scalar' ? tree : withValues(tree, ({ name, value }) => rewriteChild(value, here, name));
}

function rewriteChild<Context>(value: Tree, here: Here<Context>, key: string | number): Tree | undefined {
  const rules = step(here.rules, key);
  return rules ? rewrite(value, { path: [...here.path, key], rules, context: here.context }) : value;
}

function isTree(tree: Tree | undefined): tree is Tree {
  return tree !== undefined;
}
