/** Texts that were read as YAML: each once, however many ask for it. */
import type { SourceText } from './text.js';
import { type ParsedYaml, parseYaml } from './yaml.js';

const known = new WeakMap<SourceText, ParsedYaml>();

export function parsedOf(source: SourceText): ParsedYaml {
  const earlier = known.get(source);
  if (earlier) return earlier;
  const parsed = parseYaml(source);
  known.set(source, parsed);
  return parsed;
}
