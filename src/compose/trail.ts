/** Marks every value of a tree with a step of its way to the project. */
import type { Entry, Origin, Step, Tree } from '../source/tree.js';
import { withStep } from '../source/tree.js';

/** The same tree, each of whose values and keys came by `step`. */
export function afterStep(tree: Tree, step: Step): Tree {
  const origins = new Map<Origin, Origin>();
  const moved = (origin: Origin): Origin => {
    const known = origins.get(origin);
    if (known) return known;
    const next = withStep(origin, step);
    origins.set(origin, next);
    return next;
  };
  const entry = (old: Entry): Entry => ({ name: old.name, at: moved(old.at), value: walk(old.value) });
  const walk = (old: Tree): Tree => {
    switch (old.kind) {
      case 'mapping':
        return {
          kind: 'mapping',
          entries: new Map(Array.from(old.entries.values(), (child) => [child.name, entry(child)])),
          at: moved(old.at),
        };
      case 'sequence':
        return { kind: 'sequence', items: old.items.map(walk), at: moved(old.at) };
      default:
        return { ...old, at: moved(old.at), ...(old.pair ? { pair: { ...old.pair, at: moved(old.pair.at) } } : {}) };
    }
  };
  return walk(tree);
}

/** How many values a tree holds. */
export function countValues(tree: Tree): number {
  if (tree.kind === 'scalar') return 1;
  let count = 1;
  if (tree.kind === 'sequence') for (const item of tree.items) count += countValues(item);
  else for (const entry of tree.entries.values()) count += countValues(entry.value);
  return count;
}
