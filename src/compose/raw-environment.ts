/** `env_file` in the `raw` format: `docker run --env-file`'s lines, neither quoted nor interpolated (docker/cli `kvfile`). */
import type { SourceText } from '../source/text.js';
import { lineStarts } from '../source/text.js';
import type { Problem } from './problem.js';
import type { Definition, Variables } from './variables.js';

export function parseRawEnvironment(
  source: SourceText,
  lookup: (name: string) => Definition | undefined,
): { readonly variables: Variables; readonly problems: readonly Problem[] } {
  const variables = new Map<string, Definition>();
  const problems: Problem[] = [];
  const starts = lineStarts(source);
  for (const [index, start] of starts.entries()) {
    const written = source.text.slice(start, starts[index + 1] ?? source.text.length).replace(/[\r\n]+$/, '');
    const line = written.trimStart();
    if (line === '' || line.startsWith('#')) continue;
    const at = { source, start: start + written.length - line.length, end: start + written.length };
    const cut = line.indexOf('=');
    const name = cut < 0 ? line : line.slice(0, cut);
    if (name === '') problems.push({ kind: 'refusal', message: 'no variable name on line', at });
    else if (/\s/.test(name)) {
      problems.push({ kind: 'refusal', message: `variable '${name}' contains whitespaces`, at });
    } else if (cut >= 0) variables.set(name, { value: line.slice(cut + 1), at });
    else {
      const inherited = lookup(name);
      if (inherited) variables.set(name, inherited);
    }
  }
  return { variables, problems };
}
