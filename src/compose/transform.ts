/** One walk over a tree that rewrites what stands at given paths and shares everything else with the old tree. */
import { type Entry, type Mapping, type Path, sequence, type Tree } from '../source/tree.js';
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
  if (here.rules === undefined || here.rules.next.size === 0) return tree;
  if (tree.kind === 'sequence') {
    const items = tree.items.map((item, index) => rewrite(item, below(here, index)));
    return items.every((item, index) => item === tree.items[index]) ? tree : sequence(items.filter(isTree), tree.at);
  }
  if (tree.kind === 'scalar') return tree;
  const entries = new Map<string, Entry>();
  let changed = false;
  for (const old of tree.entries.values()) {
    const value = rewrite(old.value, below(here, old.name));
    if (value !== old.value) changed = true;
    if (value) entries.set(old.name, value === old.value ? old : { ...old, value });
  }
  return changed ? { ...tree, entries } : tree;
}

function below<Context>({ path, rules, context }: Here<Context>, key: string | number): Here<Context> {
  return { path: [...path, key], rules: step(rules, key), context };
}

function isTree(tree: Tree | undefined): tree is Tree {
  return tree !== undefined;
}
