/** A table as one text, which costs nothing until something is looked up in it. Built at build time, where that helps. */

/** Lines `key TAB value`, after an empty one. Neither may hold a tab or a line feed. */
export function textTable(rows: Iterable<readonly [string, string | number]>): string {
  return `\n${Array.from(rows, ([key, value]) => `${key}\t${value}\n`).join('')}`;
}

export function lookUp(table: string, key: string): string | undefined {
  if (/[\t\n]/.test(key)) return undefined;
  const found = table.indexOf(`\n${key}\t`);
  if (found < 0) return undefined;
  const start = found + key.length + 2;
  return table.slice(start, table.indexOf('\n', start));
}
