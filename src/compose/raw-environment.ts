/** `env_file` in the `raw` format: `docker run --env-file`'s lines, neither quoted nor interpolated (docker/cli `kvfile`). */
import type { SourceText } from '../source/text.js';
import { lineStarts } from '../source/text.js';
import type { DotenvEntry } from './dotenv.js';
import type { EnvironmentFile } from './environment-files.js';
import type { Problem } from './problem.js';
import type { Lookup } from './template.js';

export function parseRawEnvironment(source: SourceText, lookup: Lookup): EnvironmentFile {
  const entries = new Map<string, DotenvEntry>();
  const problems: Problem[] = [];
  const starts = lineStarts(source);
  for (const [index, lineStart] of starts.entries()) {
    const written = source.text
      .slice(lineStart, starts[index + 1] ?? source.text.length)
      .replace(/(?<![\r\n])[\r\n]+$/, '');
    const line = written.trimStart();
    if (line === '' || line.startsWith('#')) continue;
    const start = lineStart + written.length - line.length;
    const cut = line.includes('=') ? line.indexOf('=') : line.length;
    const name = line.slice(0, cut);
    const at = { source, start, end: start + cut };
    const refuse = (message: string): unknown => problems.push({ kind: 'refusal', message, at });
    if (name === '') refuse('no variable name on line');
    else if (/\s/.test(name)) refuse('a variable name contains whitespaces');
    else if (cut < line.length) {
      const valueAt = { source, start: at.end + 1, end: start + line.length };
      entries.set(name, { name, value: line.slice(cut + 1), at, valueAt, unknown: [] });
    } else {
      const inherited = lookup(name);
      if (inherited)
        entries.set(name, { name, value: inherited.value, at, valueAt: at, unknown: inherited.unknown ?? [] });
    }
  }
  return { entries, problems };
}
