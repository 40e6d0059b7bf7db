/** Path patterns such as `services.*.ports.[]`, compiled into a trie so that a stage meets every rule in one walk. */

export interface PatternNode<T> {
  /** The value of the pattern that ends here. */
  readonly value: T | undefined;
  /** What goes on below. */
  readonly rows: readonly Row<T>[];
  /** The keys that patterns name next, and `*` for any other; nodes are made when they are first asked for. */
  readonly next: Map<string, PatternNode<T> | undefined>;
}

type Row<T> = readonly [parts: readonly string[], value: T];

/**
 * `*` stands for any key or list item, `[]` for a list item. Where several patterns match a path, the one that names
 * more of its first keys holds.
 */
export function compilePatterns<T>(table: readonly (readonly [pattern: string, value: T])[]): PatternNode<T> {
  return compile(table.map(([pattern, value]) => [pattern.split('.'), value]));
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

function compile<T>(rows: readonly Row<T>[]): PatternNode<T> {
  const next = new Map<string, PatternNode<T> | undefined>();
  for (const { 0: head } of rows.map(([parts]) => parts)) if (head !== undefined) next.set(head, undefined);
  return { value: rows.find(([parts]) => parts.length === 0)?.[1], rows, next };
}

function nodeBelow<T>({ rows }: PatternNode<T>, head: string): PatternNode<T> {
  const named = rows.filter(([parts]) => parts[0] === head);
  const wild = head === '*' ? [] : rows.filter(([parts]) => parts[0] === '*');
  return compile([...named, ...wild].map(([parts, value]) => [parts.slice(1), value]));
}
