/** Names that stand for a variable of the project: `environment: [NAME]`, `args: { NAME: null }`. */
import type { Range } from '../../source/text.js';
import { type Entry, isNull, type Mapping, type Scalar, sequence, type Tree } from '../../source/tree.js';
import { withValue } from '../entries.js';

/** A variable of the project, and the file that defines it where there is one. */
export type Lookup = (name: string) => { readonly value: string; readonly at?: Range } | undefined;

/** The names with their values; a name that is not set stays as it is, or is left out. */
export function withVariables(tree: Tree, lookup: Lookup, unset: 'keep' | 'drop'): Tree {
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

function mappingWithVariables(tree: Mapping, lookup: Lookup, unset: 'keep' | 'drop'): Mapping {
  const entries = new Map<string, Entry>();
  let changed = false;
  for (const old of tree.entries.values()) {
    const variable = isNull(old.value) ? lookup(old.name) : undefined;
    if (isNull(old.value) && (variable || unset === 'drop')) changed = true;
    if (variable) entries.set(old.name, withValue(old, variableText('', old.name, variable, old)));
    else if (!isNull(old.value) || unset === 'keep') entries.set(old.name, old);
  }
  return changed ? { ...tree, entries } : tree;
}

/** `NAME=value` for `NAME`; what has a value already comes back, and `undefined` what has none. */
function scalarWithVariable(item: Scalar, lookup: Lookup): Scalar | undefined {
  const name = item.value;
  if (typeof name !== 'string') return item;
  if (name.includes('=')) return item;
  const variable = lookup(name);
  return variable && variableText(`${name}=`, name, variable, item);
}

/** The value marked as what a variable stands for, as if `${NAME}` had been written. */
function variableText(
  prefix: string,
  name: string,
  { value, at }: NonNullable<ReturnType<Lookup>>,
  place: Scalar | Entry,
): Scalar {
  const text = prefix + value;
  const substitution = {
    name,
    from: 'environment' as const,
    start: prefix.length,
    end: text.length,
    rawStart: 0,
    rawEnd: name.length,
    ...(at && { definition: at }),
  };
  const interpolation = { raw: name, substitutions: [substitution] };
  return { kind: 'scalar', type: 'string', value: text, style: 'none', at: place.at, interpolation };
}
