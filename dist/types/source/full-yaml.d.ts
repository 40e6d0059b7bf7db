import type { SourceText } from './text.js';
import type { ParsedYaml, YamlLimits } from './yaml.js';
export declare function readFullYaml(source: SourceText, limits: YamlLimits): ParsedYaml;
