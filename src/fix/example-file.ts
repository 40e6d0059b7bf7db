/** The committed list of the variables that a project needs: names only, values are for everybody to fill in. */

/** Names for such a file, the usual one first. */
export const EXAMPLE_FILES = ['.env.example', '.env.sample', '.env.template', '.env.dist', 'env.example'] as const;

/** The text with a line for each name that it lacks. */
export function withVariables(text: string, names: readonly string[]): string {
  const missing = names.filter((name) => !mentions(text, name));
  if (missing.length === 0) return text;
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n';
  const start = text === '' || text.endsWith('\n') ? '' : lineBreak;
  return `${text}${start}${missing.map((name) => `${name}=${lineBreak}`).join('')}`;
}

function mentions(text: string, name: string): boolean {
  return text.split(/\r?\n/).some((line) => line.replace(/^[\s#]*(export\s+)?/, '').startsWith(`${name}=`));
}
