/** `!reset` and `!override`: what an overriding document takes away from what was loaded before it. */
import type { Entry, Mapping, Path, Sequence, Tree } from '../source/tree.js';

export interface TaggedPath {
  readonly tag: '!reset' | '!override';
  /** Merge keys count for nothing: a tag inside of `<<` is about the mapping that merges it in. */
  readonly path: Path;
}

/** Paths as a tree of keys, so that all of them are met in one walk. */
export interface Removals {
  readonly here: boolean;
  readonly below: ReadonlyMap<string | number, Removals>;
}

export const NO_REMOVALS: Removals = { here: false, below: new Map() };

export function removalsOf(paths: readonly Path[], depth = 0): Removals {
  if (paths.length === 0) return NO_REMOVALS;
  const groups = new Map<string | number, Path[]>();
  let here = false;
  for (const path of paths) {
    const key = path[depth];
    if (key === undefined) here = true;
    else {
      const group = groups.get(key);
      if (group) group.push(path);
      else groups.set(key, [path]);
    }
  }
  return { here, below: new Map(Array.from(groups, ([key, group]) => [key, removalsOf(group, depth + 1)])) };
}

/** The tags that count: what is inside of an `!override` is the document's own, whatever its tags. */
export function effectiveTags(tags: readonly TaggedPath[]): readonly TaggedPath[] {
  const overrides = removalsOf(tags.filter(({ tag }) => tag === '!override').map(({ path }) => path));
  return overrides === NO_REMOVALS ? tags : tags.filter(({ path }) => !isInside(path, overrides));
}

function isInside(path: Path, removals: Removals): boolean {
  let node: Removals | undefined = removals;
  for (const key of path) {
    if (node?.here) return true;
    node = node?.below.get(key);
  }
  return false;
}

/** The document itself, without its `!reset` values: mapping entries and list items alike. */
export function withoutReset(root: Mapping, tags: readonly TaggedPath[]): Mapping {
  const paths = tags.filter(({ tag }) => tag === '!reset').map(({ path }) => path);
  return paths.length === 0 ? root : remove(root, removalsOf(paths), true);
}

/** What the tags of a document leave of a mapping loaded before. List items stay, as in Compose. */
export function applyRemovals(tree: Mapping, removals: Removals): Mapping {
  return removals.below.size === 0 ? tree : remove(tree, removals, false);
}

function remove(tree: Mapping, removals: Removals, items: boolean): Mapping {
  const entries: Entry[] = [];
  for (const entry of tree.entries.values()) {
    const removal = removals.below.get(entry.name);
    if (!removal) entries.push(entry);
    // What a merge key brings shows once the document's own value is gone.
    else if (removal.here && items && entry.behind) {
      const { behind } = entry;
      entries.push({ ...behind, value: removeWithin(behind.value, removal, items) });
    } else if (!removal.here) entries.push({ ...entry, value: removeWithin(entry.value, removal, items) });
  }
  return { ...tree, entries: new Map(entries.map((entry) => [entry.name, entry])) };
}

function removeWithin(tree: Tree, removals: Removals, items: boolean): Tree {
  if (tree.kind === 'mapping') return remove(tree, removals, items);
  return tree.kind === 'sequence' ? removeItems(tree, removals, items) : tree;
}

function removeItems(tree: Sequence, removals: Removals, items: boolean): Sequence {
  const kept: Tree[] = [];
  for (const [index, item] of tree.items.entries()) {
    const removal = removals.below.get(index);
    if (!removal) kept.push(item);
    else if (!removal.here) kept.push(removeWithin(item, removal, items));
    else if (!items) kept.push(item);
  }
  return { ...tree, items: kept };
}
