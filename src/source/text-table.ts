/** A table as one text, which costs nothing until something is looked up in it. Built at build time, where that helps. */

export interface Line {
  readonly keys: readonly string[];
  readonly value: string;
}

/** `TAB key TAB key TAB value` for each line. Neither may hold a tab or a line feed. */
export function textTable(lines: readonly Line[]): string {
  return lines.map(({ keys, value }) => `\t${[...keys, value].join('\t')}\n`).join('');
}

/** From here on an index pays, which takes as long to make as so many searches. */
const MANY = 100;

/** Gives what tells where the line of a key begins, the first if there are several. */
export function lookupIn(table: string): (key: string) => number | undefined {
  let asked = 0;
  let index: ReadonlyMap<string, number> | undefined;
  return (key) => {
    if (asked++ >= MANY) index ??= indexOf(table);
    return index ? index.get(key) : found(table, key);
  };
}

export function lineAt(table: string, start: number): Line {
  const keys = table.slice(start + 1, table.indexOf('\n', start)).split('\t');
  const value = keys.pop() ?? '';
  return { keys, value };
}

function found(table: string, key: string): number | undefined {
  if (/[\t\n]/.test(key)) return undefined;
  const place = table.indexOf(`\t${key}\t`);
  return place < 0 ? undefined : table.lastIndexOf('\n', place) + 1;
}

function indexOf(table: string): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (let start = 0; start < table.length; start = table.indexOf('\n', start) + 1) {
    for (const key of lineAt(table, start).keys) if (!index.has(key)) index.set(key, start);
  }
  return index;
}
