/** Path patterns such as `services.*.ports.[]`, compiled into a trie so that a stage meets every rule in one walk. */

export interface PatternNode<T> {
  /** The value of the pattern that ends here. */
  readonly value: T | undefined;
  readonly named: ReadonlyMap<string, PatternNode<T>>;
  readonly any: PatternNode<T> | undefined;
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
  return node.named.get(typeof key === 'number' ? '[]' : key) ?? node.any;
}

function compile<T>(rows: readonly Row<T>[]): PatternNode<T> {
  const heads = new Set(rows.flatMap(([parts]) => parts.slice(0, 1)));
  const below = (head: string): PatternNode<T> => {
    const named = rows.filter(([parts]) => parts[0] === head);
    const wild = head === '*' ? [] : rows.filter(([parts]) => parts[0] === '*');
    return compile([...named, ...wild].map(([parts, value]) => [parts.slice(1), value]));
  };
  return {
    value: rows.find(([parts]) => parts.length === 0)?.[1],
    named: new Map([...heads].filter((head) => head !== '*').map((head) => [head, below(head)])),
    any: heads.has('*') ? below('*') : undefined,
  };
}
