/** Path patterns such as `services.*.ports.[]`, compiled into a trie so that a stage meets every rule in one walk. */

export interface PatternNode<T> {
  /** The value of the pattern that ends here. */
  readonly value: T | undefined;
  /** What ends here or goes on below. */
  readonly rows: readonly Row<T>[];
  /** How many parts of the rows lead here. */
  readonly depth: number;
  /** The keys that patterns name next, and `*` for any other; nodes are made when they are first asked for. */
  readonly next: Map<string, PatternNode<T> | undefined>;
}

type Row<T> = readonly [parts: readonly string[], value: T];

/**
 * `*` stands for any key or list item, `[]` for a list item. Where several patterns match a path, the one that names
 * more of its first keys holds.
 */
export function compilePatterns<T>(table: readonly (readonly [pattern: string, value: T])[]): PatternNode<T> {
  return nodeOf(
    table.map(([pattern, value]) => [pattern.split('.'), value]),
    0,
  );
}

/** The node one key (or list index) further down; `undefined` where no pattern leads there. */
export function step<T>(node: PatternNode<T> | undefined, key: string | number): PatternNode<T> | undefined {
  if (node === undefined) return undefined;
  const head = typeof key === 'number' ? '[]' : key;
  const name = node.next.has(head) ? head : '*';
  let below = node.next.get(name);
  if (below === undefined && node.next.has(name)) {
    below = nodeBelow(node, name);
    node.next.set(name, below);
  }
  return below;
}

function nodeOf<T>(rows: readonly Row<T>[], depth: number): PatternNode<T> {
  const next = new Map<string, PatternNode<T> | undefined>();
  for (const [parts] of rows) if (parts[depth] !== undefined) next.set(parts[depth], undefined);
  return { value: rows.find(([parts]) => parts.length === depth)?.[1], rows, depth, next };
}

function nodeBelow<T>({ rows, depth }: PatternNode<T>, head: string): PatternNode<T> {
  const named = rows.filter(([parts]) => parts[depth] === head);
  const wild = head === '*' ? [] : rows.filter(([parts]) => parts[depth] === '*');
  return nodeOf(wild.length === 0 ? named : [...named, ...wild], depth + 1);
}
