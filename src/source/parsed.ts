/** Texts that were read as YAML: each once, however many ask for it. */
import type { SourceText } from './text.js';
import { DEFAULT_YAML_LIMITS, type ParsedYaml, parseYaml, type YamlLimits } from './yaml.js';

const known = new WeakMap<SourceText, ParsedYaml>();

/** Within the limits of who asks first, which is the loader. */
export function parsedOf(source: SourceText, limits: YamlLimits = DEFAULT_YAML_LIMITS): ParsedYaml {
  const earlier = known.get(source);
  if (earlier) return earlier;
  const parsed = parseYaml(source, limits);
  known.set(source, parsed);
  return parsed;
}
