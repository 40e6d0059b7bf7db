/** Small steps for building mappings out of other mappings. */
import type { Range } from '../source/text.js';
import { type Entry, type Mapping, type Origin, type Scalar, scalar, synthetic, type Tree } from '../source/tree.js';

export function entry(name: string, value: Tree, at: Origin = value.at): Entry {
  return { name, at, value };
}

/** An entry nobody wrote. `reason` completes the sentence "added because". */
export function addedEntry(name: string, value: Scalar['value'], cause: Range, reason: string): Entry {
  return entry(name, scalar(value, synthetic(cause, reason)));
}

/** The mapping with entries added or replaced; each keeps the place of the one it replaces. */
export function withEntries(tree: Mapping, entries: Iterable<Entry>): Mapping {
  const all = new Map(tree.entries);
  for (const added of entries) all.set(added.name, added);
  return { ...tree, entries: all };
}

/** The mapping with those of the entries added whose key it lacks. */
export function withDefaults(tree: Mapping, defaults: readonly Entry[]): Mapping {
  const missing = defaults.filter(({ name }) => !tree.entries.has(name));
  return missing.length === 0 ? tree : withEntries(tree, missing);
}

/** The entry with another value under the same key. */
export function withValue(old: Entry, value: Tree): Entry {
  return value === old.value ? old : { ...old, value };
}
