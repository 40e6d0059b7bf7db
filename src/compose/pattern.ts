/** Path patterns such as `services.*.ports.[]`, compiled into a trie so that a stage meets every rule in one walk. */

export interface PatternNode<T> {
  /** The value of the pattern that ends here. */
  readonly value: T | undefined;
  /** What goes on below, by the key that it names next: `*` for any other. */
  readonly rows: ReadonlyMap<string, readonly Row<T>[]>;
  /** Nodes are made of their rows when they are first asked for. */
  readonly made: Map<string, PatternNode<T>>;
}

interface Row<T> {
  /** What is left of the pattern; `undefined` where it ends. */
  readonly rest: string | undefined;
  readonly value: T;
}

/**
 * `*` stands for any key or list item, `[]` for a list item. Where several patterns match a path, the one that names
 * more of its first keys holds.
 */
export function compilePatterns<T>(table: readonly (readonly [pattern: string, value: T])[]): PatternNode<T> {
  return nodeOf(table.map((row) => ({ rest: row[0], value: row[1] })));
}

/** The node one key (or list index) further down; `undefined` where no pattern leads there. */
export function step<T>(node: PatternNode<T> | undefined, key: string | number): PatternNode<T> | undefined {
  if (node === undefined) return undefined;
  const head = typeof key === 'number' ? '[]' : key;
  const name = node.rows.has(head) ? head : '*';
  const known = node.made.get(name);
  if (known) return known;
  const named = node.rows.get(name);
  if (named === undefined) return undefined;
  const wild = name === '*' ? undefined : node.rows.get('*');
  const below = nodeOf(wild ? [...named, ...wild] : named);
  node.made.set(name, below);
  return below;
}

function nodeOf<T>(all: readonly Row<T>[]): PatternNode<T> {
  const rows = new Map<string, Row<T>[]>();
  for (const { rest, value } of all) {
    if (rest === undefined) continue;
    const dot = rest.indexOf('.');
    const head = dot < 0 ? rest : rest.slice(0, dot);
    const row = { rest: dot < 0 ? undefined : rest.slice(dot + 1), value };
    const known = rows.get(head);
    if (known) known.push(row);
    else rows.set(head, [row]);
  }
  return { value: all.find(({ rest }) => rest === undefined)?.value, rows, made: new Map() };
}
