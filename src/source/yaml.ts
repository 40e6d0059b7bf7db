/** YAML texts as located trees, typed and refused as Docker's YAML library does. */

import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { readPlainYaml } from './plain-yaml.js';
import type { Range, SourceText } from './text.js';
import type { Path, Tree } from './tree.js';
import type { ParseProblem } from './yaml-refusals.js';

/** A node with a local tag, such as `!reset`. */
export interface TaggedNode {
  /** A merge key leaves no trace in it. */
  readonly path: Path;
  readonly tag: string;
  readonly at: Range;
}

export interface YamlDocument {
  /** `undefined` where nothing could be understood. */
  readonly root: Tree | undefined;
  /** In the order of the text. */
  readonly tags: readonly TaggedNode[];
}

export interface ParsedYaml {
  readonly documents: readonly YamlDocument[];
  /** In the order of the text. What could be understood is in the documents all the same. */
  readonly problems: readonly ParseProblem[];
}

export interface YamlLimits {
  /** Nodes of all documents together, counted after aliases are expanded. */
  readonly nodes: number;
  readonly depth: number;
  readonly documents: number;
}

export function yamlLimits({ nodes, nesting, documents }: Limits): YamlLimits {
  return { nodes, depth: nesting, documents };
}

export const DEFAULT_YAML_LIMITS: YamlLimits = yamlLimits(DEFAULT_LIMITS);

export function parseYaml(source: SourceText, limits: YamlLimits = DEFAULT_YAML_LIMITS): ParsedYaml {
  if (!/[^ \r\n]/.test(source.text)) return { documents: [], problems: [] };
  const root = readPlainYaml(source, limits);
  return root ? { documents: [{ root, tags: [] }], problems: [] } : fullReader().readFullYaml(source, limits);
}

/** Loaded when it is needed: most runs meet plain texts only. */
function fullReader(): typeof import('./full-yaml.js') {
  return require('./full-yaml.js');
}
