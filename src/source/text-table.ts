/** A table as one text, which costs nothing until something is looked up in it. Built at build time, where that helps. */

/** Lines `key TAB value`, after an empty one. Neither may hold a tab or a line feed. */
export function textTable(rows: Iterable<readonly [string, string | number]>): string {
  return `\n${Array.from(rows, ([key, value]) => `${key}\t${value}\n`).join('')}`;
}

/** From here on an index pays, which takes as long to make as so many searches. */
const MANY = 100;

/** Gives what looks a key up. */
export function lookupIn(table: string): (key: string) => string | undefined {
  let asked = 0;
  let index: ReadonlyMap<string, string> | undefined;
  return (key) => {
    if (asked++ >= MANY) index ??= new Map(rowsOf(table));
    return index ? index.get(key) : found(table, key);
  };
}

function found(table: string, key: string): string | undefined {
  if (/[\t\n]/.test(key)) return undefined;
  const line = table.indexOf(`\n${key}\t`);
  if (line < 0) return undefined;
  const start = line + key.length + 2;
  return table.slice(start, table.indexOf('\n', start));
}

function rowsOf(table: string): readonly (readonly [string, string])[] {
  return table
    .slice(1, -1)
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => {
      const [key = '', value = ''] = row.split('\t');
      return [key, value] as const;
    });
}
