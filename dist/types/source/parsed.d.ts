/** Texts that were read as YAML: each once, however many ask for it. */
import type { SourceText } from './text.js';
import { type ParsedYaml } from './yaml.js';
export declare function parsedOf(source: SourceText): ParsedYaml;
