/** Plain values as trees and back: for tests in which places do not matter, and for data that is JSON. */
import { type Mapping, mapping, type Origin, scalar, sequence, type Tree } from '../../src/source/tree.js';
import { parseYaml } from '../../src/source/yaml.js';

const NOWHERE: Origin = { source: { path: 'test.json', text: '' }, start: 0, end: 0, via: [] };

export function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return sequence(value.map(treeOf), NOWHERE);
  if (typeof value === 'object' && value !== null) return mappingOf(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null)
    return scalar(value, NOWHERE);
  throw new TypeError('no JSON value');
}

export function mappingOf(value: object): Mapping {
  const entries = Object.entries(value).map(([name, inner]) => ({ name, at: NOWHERE, value: treeOf(inner) }));
  return mapping(entries, NOWHERE);
}

export function plain(tree: Tree | undefined): unknown {
  if (tree?.kind === 'sequence') return tree.items.map(plain);
  if (tree?.kind !== 'mapping') return tree?.value;
  return Object.fromEntries(Array.from(tree.entries.values(), ({ name, value }) => [name, plain(value)]));
}

/** The first document of a text, which must be a mapping. */
export function yaml(text: string, path = 'compose.yaml'): Mapping {
  const { documents, problems } = parseYaml({ path, text });
  const root = documents[0]?.root;
  if (root?.kind !== 'mapping' || problems.length > 0) throw new Error(`no mapping: ${JSON.stringify(problems)}`);
  return root;
}

/** The value at a path of keys and indices. */
export function at(tree: Tree | undefined, ...path: readonly (string | number)[]): Tree | undefined {
  return path.reduce<Tree | undefined>((inner, key) => {
    if (typeof key === 'number') return inner?.kind === 'sequence' ? inner.items[key] : undefined;
    return inner?.kind === 'mapping' ? inner.entries.get(key)?.value : undefined;
  }, tree);
}

/** Makes a tree fail whoever writes to it. Maps are frozen by taking their writing methods away. */
export function frozen<T extends Tree>(tree: T): T {
  freeze(tree, new Set());
  return tree;
}

function freeze(value: unknown, seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || seen.has(value) || Object.isFrozen(value)) return;
  seen.add(value);
  if (value instanceof Map) {
    for (const inner of value.values()) freeze(inner, seen);
    const refuse = () => {
      throw new TypeError('a frozen map was written to');
    };
    Object.assign(value, { set: refuse, delete: refuse, clear: refuse });
  } else for (const inner of Object.values(value)) freeze(inner, seen);
  Object.freeze(value);
}

/** The tree as the analysis mode interpolates it with no variable set: every `${NAME}` is an unknown value. */
export function withUnknowns<T extends Tree>(tree: T): T;
export function withUnknowns(tree: Tree): Tree {
  if (tree.kind === 'sequence') return { ...tree, items: tree.items.map((item) => withUnknowns(item)) };
  if (tree.kind === 'mapping') {
    const entries = [...tree.entries.values()].map((entry) => ({ ...entry, value: withUnknowns(entry.value) }));
    return mapping(entries, tree.at);
  }
  if (typeof tree.value !== 'string') return tree;
  const substitutions = Array.from(
    tree.value.matchAll(/\$\{(\w+)[^}]*\}/g),
    ({ 0: { length }, 1: name = '', index }) => ({
      name,
      from: 'unset' as const,
      start: index,
      end: index + length,
      rawStart: index,
      rawEnd: index + length,
    }),
  );
  return substitutions.length === 0 ? tree : { ...tree, interpolation: { raw: tree.value, substitutions } };
}

/** The tree and all that is in it. */
export function* treesOf(tree: Tree): Generator<Tree> {
  yield tree;
  if (tree.kind === 'sequence') for (const item of tree.items) yield* treesOf(item);
  if (tree.kind === 'mapping') for (const { value } of tree.entries.values()) yield* treesOf(value);
}
