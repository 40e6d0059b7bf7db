/** Copies of trees whose every value has taken one more step, such as through an alias. */
import type { Origin, Step, Tree } from './tree.js';

/** As large as the tree itself: callers count it against their limit. */
export function copyWithStep(tree: Tree, step: Step): Tree {
  const seen = new Map<readonly Step[], readonly Step[]>();
  const stepped = (origin: Origin): Origin => {
    let via = seen.get(origin.via);
    if (!via) {
      via = [...origin.via, step];
      seen.set(origin.via, via);
    }
    return { source: origin.source, start: origin.start, end: origin.end, via };
  };
  const copy = (node: Tree): Tree => {
    switch (node.kind) {
      case 'scalar':
        return { ...node, at: stepped(node.at) };
      case 'sequence':
        return { kind: 'sequence', items: node.items.map(copy), at: stepped(node.at) };
      case 'mapping':
        return {
          kind: 'mapping',
          entries: new Map(
            Array.from(node.entries, ([name, entry]) => [
              name,
              { ...entry, at: stepped(entry.at), value: copy(entry.value) },
            ]),
          ),
          at: stepped(node.at),
        };
    }
  };
  return copy(tree);
}

const sizes = new WeakMap<Tree, number>();

/** Keys and values. Thousands of services may extend the same large one, so what was counted is known. */
export function sizeOf(tree: Tree): number {
  if (tree.kind === 'scalar') return 1;
  const size = sizes.get(tree) ?? counted(tree);
  sizes.set(tree, size);
  return size;
}

function counted(tree: Tree): number {
  switch (tree.kind) {
    case 'scalar':
      return 1;
    case 'sequence':
      return tree.items.reduce((sum, item) => sum + counted(item), 1);
    case 'mapping': {
      let sum = 1;
      for (const entry of tree.entries.values()) sum += 1 + counted(entry.value);
      return sum;
    }
  }
}
