/** Names that stand for a variable of the project: `environment: [NAME]`, `args: { NAME: null }`. */
import { isNull, type Mapping, type Scalar, sequence, type Tree } from '../../source/tree.js';
import { withValues } from '../entries.js';
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
  return withValues(tree, ({ name, at, value }) => {
    if (value.kind !== 'scalar' || !isNull(value)) return value;
    const variable = lookup(name);
    if (variable) return substituted({ ...value, at }, name, variable);
    return unset === 'drop' ? undefined : value;
  });
}

/** `NAME=value` for `NAME`; what has a value already comes back, and `undefined` for a name that is not set. */
function scalarWithVariable(item: Scalar, lookup: Lookup): Scalar | undefined {
  const name = item.value;
  if (typeof name !== 'string' || name.includes('=')) return item;
  const variable = lookup(name);
  return variable && assigned(item, name, variable);
}
