/** Names that stand for a variable of the project: `environment: [NAME]`, `args: { NAME: null }`. */
import { type Entry, isNull, type Mapping, type Scalar, sequence, type Tree } from '../../source/tree.js';
import { withValue } from '../entries.js';
import { assigned, substituted } from '../environment.js';
import type { Lookup } from '../template.js';

/** What becomes of a name that is not set. */
type Unset = 'keep' | 'drop';

export function withVariables(tree: Tree, lookup: Lookup, unset: Unset): Tree {
  if (tree.kind === 'mapping') return mappingWithVariables(tree, lookup, unset);
  if (tree.kind === 'scalar') return scalarWithVariable(tree, lookup) ?? tree;
  const items = tree.items.flatMap((item) => {
    if (item.kind !== 'scalar' || typeof item.value !== 'string') return [];
    return scalarWithVariable(item, lookup) ?? (unset === 'keep' ? item : []);
  });
  return items.length === tree.items.length && items.every((item, index) => item === tree.items[index])
    ? tree
    : sequence(items, tree.at);
}

function mappingWithVariables(tree: Mapping, lookup: Lookup, unset: Unset): Mapping {
  const entries = new Map<string, Entry>();
  let changed = false;
  for (const old of tree.entries.values()) {
    const variable = old.value.kind === 'scalar' && isNull(old.value) ? lookup(old.name) : undefined;
    if (old.value.kind === 'scalar' && variable) {
      entries.set(old.name, withValue(old, substituted({ ...old.value, at: old.at }, old.name, variable)));
      changed = true;
    } else if (isNull(old.value) && unset === 'drop') changed = true;
    else entries.set(old.name, old);
  }
  return changed ? { ...tree, entries } : tree;
}

/** `NAME=value` for `NAME`; what has a value already comes back, and `undefined` for a name that is not set. */
function scalarWithVariable(item: Scalar, lookup: Lookup): Scalar | undefined {
  const name = item.value;
  if (typeof name !== 'string' || name.includes('=')) return item;
  const variable = lookup(name);
  return variable && assigned(item, name, variable);
}
