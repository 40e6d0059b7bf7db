/** Reads a YAML text as Docker's Go YAML library does, with the exact range of every key and value. */
import type { Range, SourceText } from './text.js';
import type { Path, Tree } from './tree.js';
import { forbiddenCharacters } from './yaml-characters.js';
import { parseNodes } from './yaml-parser.js';
import type { Mistake } from './yaml-scanner.js';
import { documentTree } from './yaml-tree.js';

export interface ParseProblem {
  /** In plain words; names keys, anchors and tags, never values. */
  readonly message: string;
  readonly at: Range;
}

/** A value with a tag of the application's own, such as `!reset`. */
export interface TaggedNode {
  /** Where the value ends up: merge keys (`<<`) are no part of it. */
  readonly path: Path;
  readonly tag: string;
  /** The tag itself. */
  readonly at: Range;
  /** The tagged value. It is in the tree at `path`, unless a merge key's mapping brought it and another value won. */
  readonly value: Tree;
}

export interface YamlDocument {
  /** `undefined` where nothing was understood, or a limit was passed. */
  readonly root: Tree | undefined;
  /** In the order of the text; one for each place that an alias puts the value to. */
  readonly tags: readonly TaggedNode[];
  /** Values as written: keys do not count, what an alias stands for counts where it is written. */
  readonly size: number;
}

export interface ParsedYaml {
  /** An empty text has none; `---` alone begins one that is null. */
  readonly documents: readonly YamlDocument[];
  /** In the order of the text. With any, Docker Compose would not read the file. */
  readonly problems: readonly ParseProblem[];
  readonly comments: readonly Range[];
}

export interface YamlLimits {
  /** Values in a document once its aliases are expanded. */
  readonly nodes: number;
  /** Collections around a value. */
  readonly depth: number;
  readonly documents: number;
}

/** Far above what people write, low enough for every stage behind to be recursive and quick. */
export const DEFAULT_YAML_LIMITS: YamlLimits = { nodes: 400_000, depth: 500, documents: 1_000 };

export function parseYaml(source: SourceText, limits: YamlLimits = DEFAULT_YAML_LIMITS): ParsedYaml {
  const { text } = source;
  const mistakes: Mistake[] = [];
  const report = (mistake: Mistake): void => {
    mistakes.push(mistake);
  };
  for (const at of forbiddenCharacters(text)) {
    report({ message: 'control characters are not allowed', start: at, end: at + 1 });
  }
  const { documents, comments } = parseNodes(text, limits, report);
  return {
    documents: documents.map((root) =>
      root ? documentTree(root, source, limits, report) : { root: undefined, tags: [], size: 0 },
    ),
    problems: mistakes
      .sort((left, right) => left.start - right.start)
      .map(({ message, start, end }) => ({ message, at: { source, start, end } })),
    comments: comments.map(({ start, end }) => ({ source, start, end })),
  };
}
