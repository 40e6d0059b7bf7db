/** Stands in until the reader of `w/yaml` is merged: plain `KEY=value` lines. */
import type { SourceText } from '../source/text.js';
import { lineStarts, lineText } from '../source/text.js';
import type { Problem } from './problem.js';
import type { Definition, Variables } from './variables.js';

export function parseDotenv(
  source: SourceText,
  _lookup: (name: string) => Definition | undefined,
): { readonly variables: Variables; readonly problems: readonly Problem[] } {
  const variables = new Map<string, Definition>();
  for (const [index, start] of lineStarts(source).entries()) {
    const line = lineText(source, index + 1);
    const cut = line.indexOf('=');
    if (cut <= 0 || line.startsWith('#')) continue;
    variables.set(line.slice(0, cut).trim(), {
      value: line.slice(cut + 1),
      at: { source, start, end: start + line.length },
    });
  }
  return { variables, problems: [] };
}
