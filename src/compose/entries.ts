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

/** The mapping with entries added or replaced; each keeps the place of the one it replaces. The same where all are there. */
export function withEntries(tree: Mapping, entries: Iterable<Entry>): Mapping {
  let all: Map<string, Entry> | undefined;
  for (const added of entries) {
    if (tree.entries.get(added.name) === added) continue;
    all ??= new Map(tree.entries);
    all.set(added.name, added);
  }
  return all ? { ...tree, entries: all } : tree;
}

/** The mapping with the values that `change` gives, without the entries for which it gives none. The same where all stay. */
export function withValues(tree: Mapping, change: (entry: Entry) => Tree | undefined): Mapping {
  let all: Map<string, Entry> | undefined;
  for (const old of tree.entries.values()) {
    const value = change(old);
    if (value === old.value) continue;
    all ??= new Map(tree.entries);
    if (value) all.set(old.name, { ...old, value });
    else all.delete(old.name);
  }
  return all ? { ...tree, entries: all } : tree;
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
