/** Trees from plain data and back, for tests whose cases are plain data. */
import { type Mapping, mapping, NO_STEPS, type Origin, scalar, sequence, type Tree } from '../../src/source/tree.js';

const NOWHERE: Origin = { source: { path: 'compose.yaml', text: '' }, start: 0, end: 0, via: NO_STEPS };

export function treeOf(data: Readonly<Record<string, unknown>>): Mapping {
  const entries = Object.entries(data).map(([name, value]) => ({ name, at: NOWHERE, value: valueTree(value) }));
  return mapping(entries, NOWHERE);
}

function valueTree(data: unknown): Tree {
  if (Array.isArray(data)) return sequence(data.map(valueTree), NOWHERE);
  if (typeof data === 'object' && data !== null) return treeOf({ ...data });
  return scalar(
    typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean' ? data : null,
    NOWHERE,
  );
}

export function plain(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'sequence') return tree.items.map(plain);
  return Object.fromEntries(Array.from(tree.entries.values(), ({ name, value }) => [name, plain(value)]));
}
