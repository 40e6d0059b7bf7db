/** Texts that were read as YAML: each once, however many ask for it. */
import type { SourceText } from './text.js';
import { type ParsedYaml, type YamlLimits } from './yaml.js';
/** Within the limits of who asks first, which is the loader. */
export declare function parsedOf(source: SourceText, limits?: YamlLimits): ParsedYaml;
