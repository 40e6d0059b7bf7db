/** From nodes to the tree: aliases and merge keys are expanded, scalars get their types, tags their places. */
import { resolvePlain } from './scalar.js';
import { positionAt, type Range, type SourceText } from './text.js';
import {
  type Entry,
  type Mapping,
  NO_STEPS,
  type Origin,
  type Scalar,
  type Sequence,
  type Step,
  type Tree,
} from './tree.js';
import type { TaggedNode, YamlDocument, YamlLimits } from './yaml.js';
import type { ContentNode, MappingNode, ScalarNode, SequenceNode, Tag, YamlNode } from './yaml-node.js';
import { type Mistake, YamlFailure } from './yaml-scanner.js';

const MERGE_KEY = '<<';

export function documentTree(
  root: YamlNode,
  source: SourceText,
  limits: YamlLimits,
  report: (mistake: Mistake) => void,
): YamlDocument {
  const builder = new TreeBuilder(source, limits, report);
  try {
    const tree = builder.value(root, NO_STEPS);
    return { root: tree, tags: builder.tags, size: builder.size };
  } catch (error) {
    if (!(error instanceof YamlFailure)) throw error;
    report(error.mistake);
    return { root: undefined, tags: [], size: builder.size };
  }
}

class TreeBuilder {
  readonly tags: TaggedNode[] = [];
  size = 0;
  private readonly source: SourceText;
  private readonly limits: YamlLimits;
  private readonly report: (mistake: Mistake) => void;
  private readonly path: (string | number)[] = [];
  /** The collections around the current value, to find the ones that contain themselves. */
  private readonly open = new Set<ContentNode>();
  private expanded = 0;

  constructor(source: SourceText, limits: YamlLimits, report: (mistake: Mistake) => void) {
    this.source = source;
    this.limits = limits;
    this.report = report;
  }

  value(node: YamlNode, via: readonly Step[]): Tree {
    if (via.length === 0) this.size += 1;
    if (node.kind !== 'alias') return this.content(node, via);
    if (!this.open.has(node.target)) return this.content(node.target, this.aliased(node, 'alias', via));
    this.report({ ...extent(node), message: `anchor '${node.name}' value contains itself` });
    return { kind: 'scalar', type: 'null', value: null, style: 'plain', at: this.origin(node, via) };
  }

  private aliased(
    node: { start: number; end: number },
    how: 'alias' | 'merge-key',
    via: readonly Step[],
  ): readonly Step[] {
    return [{ how, site: this.range(node) }, ...via];
  }

  private content(node: ContentNode, via: readonly Step[]): Tree {
    this.expanded += 1;
    if (this.expanded > this.limits.nodes) {
      const message = `the document has more than ${this.limits.nodes} values once its aliases are expanded`;
      throw new YamlFailure({ ...extent(node), message });
    }
    if (node.kind === 'scalar') return this.tagged(node.tag, this.scalar(node, via));
    if (this.open.size >= this.limits.depth) {
      const message = `the nesting is deeper than ${this.limits.depth} once aliases are expanded`;
      throw new YamlFailure({ ...extent(node), message });
    }
    this.open.add(node);
    const position = this.tags.length;
    const tree = node.kind === 'mapping' ? this.mapping(node, via) : this.sequence(node, via);
    this.open.delete(node);
    return this.tagged(node.tag, tree, position);
  }

  /** Records the tag of a value in front of those inside of it. */
  private tagged(tag: Tag | undefined, value: Tree, position = this.tags.length): Tree {
    if (tag && !tag.name.startsWith('!!')) {
      this.tags.splice(position, 0, { path: [...this.path], tag: tag.name, at: this.range(tag), value });
    }
    return value;
  }

  private sequence(node: SequenceNode, via: readonly Step[]): Sequence {
    const items = node.items.map((item, index) => this.below(index, () => this.value(item, via)));
    return { kind: 'sequence', items, at: this.origin(node, via) };
  }

  private below<T>(step: string | number, build: () => T): T {
    // Docker Compose cuts `.<<` out of a path, so that a merge key at the top stays in it.
    const isElided = step === MERGE_KEY && this.path.length > 0;
    if (isElided) return build();
    this.path.push(step);
    const result = build();
    this.path.pop();
    return result;
  }

  private mapping(node: MappingNode, via: readonly Step[]): Mapping {
    const entries = new Map<string, Entry>();
    const written = new Map<string, YamlNode>();
    let merged: YamlNode | undefined;
    for (const { key, value } of node.pairs) {
      const text = keyText(key);
      const earlier = written.get(text);
      if (earlier) this.reportDuplicate(key, earlier, text);
      written.set(text, key);
      if (isMergeKey(key)) {
        merged = value;
        continue;
      }
      const name = this.keyName(key);
      entries.set(name, { name, at: this.origin(key, via), value: this.below(text, () => this.value(value, via)) });
    }
    if (merged) this.merge(entries, merged, via);
    return { kind: 'mapping', entries, at: this.origin(node, via) };
  }

  private reportDuplicate(key: YamlNode, earlier: YamlNode, text: string): void {
    const { line } = positionAt(this.source, earlier.start);
    this.report({ ...extent(key), message: `mapping key ${JSON.stringify(text)} already defined at line ${line}` });
  }

  private keyName(key: YamlNode): string {
    const node = key.kind === 'alias' ? key.target : key;
    if (node.kind !== 'scalar') {
      this.report({ ...extent(key), message: 'a list or a mapping cannot be a key' });
      return '';
    }
    if (this.scalar(node, NO_STEPS).type !== 'string') {
      const place = this.path.length === 0 ? 'at top level' : `in ${dotted(this.path)}`;
      this.report({ ...extent(key), message: `non-string key ${place}: ${node.text || '<nil>'}` });
    }
    return node.text;
  }

  /** Adds what the mapping itself does not say; of several sources the first wins. */
  private merge(entries: Map<string, Entry>, value: YamlNode, via: readonly Step[]): void {
    if (via.length === 0) this.size += 1;
    const content = value.kind === 'alias' ? value.target : value;
    const sources: readonly YamlNode[] = content.kind === 'sequence' ? content.items : [value];
    this.below(MERGE_KEY, () => {
      sources.forEach((source, index) => {
        const mapping = this.mergeSource(source);
        if (!mapping) return;
        const add = (): void => {
          const tree = this.content(mapping, this.aliased(source, 'merge-key', via));
          if (tree.kind !== 'mapping') return;
          for (const [name, entry] of tree.entries) if (!entries.has(name)) entries.set(name, entry);
        };
        if (content.kind === 'sequence') this.below(index, add);
        else add();
      });
    });
  }

  private mergeSource(source: YamlNode): MappingNode | undefined {
    const node = source.kind === 'alias' ? source.target : source;
    if (node.kind !== 'mapping') {
      this.report({ ...extent(source), message: 'map merge requires map or sequence of maps as the value' });
      return undefined;
    }
    if (!this.open.has(node)) return node;
    this.report({ ...extent(source), message: 'a merge key takes in the mapping it stands in' });
    return undefined;
  }

  private scalar(node: ScalarNode, via: readonly Step[]): Scalar {
    const at = this.origin(node, via);
    const { text, style, tag } = node;
    if (tag === undefined && style === 'plain') return { kind: 'scalar', ...resolvePlain(text), style, at };
    const type = tag && CORE_TYPES.get(tag.name);
    if (!tag || !type)
      return { kind: 'scalar', type: 'string', value: tag?.name === '!!binary' ? this.binary(node) : text, style, at };
    const resolved = resolvePlain(text);
    if (resolved.type === type) return { kind: 'scalar', ...resolved, style, at };
    if (resolved.type === 'integer' && type === 'float')
      return { kind: 'scalar', type, value: Number(resolved.value), style, at };
    this.report({ ...extent(node), message: `a value tagged ${tag.name} is none` });
    return { kind: 'scalar', type: 'string', value: text, style, at };
  }

  private binary(node: ScalarNode): string {
    try {
      const bytes = Uint8Array.from(atob(node.text), (unit) => unit.charCodeAt(0));
      return new TextDecoder().decode(bytes);
    } catch {
      this.report({ ...extent(node), message: 'a value tagged !!binary is no base64' });
      return node.text;
    }
  }

  private range({ start, end }: { readonly start: number; readonly end: number }): Range {
    return { source: this.source, start, end };
  }

  private origin({ start, end }: { readonly start: number; readonly end: number }, via: readonly Step[]): Origin {
    return { source: this.source, start, end, via };
  }
}

const CORE_TYPES: ReadonlyMap<string, Scalar['type']> = new Map([
  ['!!bool', 'boolean'],
  ['!!int', 'integer'],
  ['!!float', 'float'],
  ['!!null', 'null'],
  ['!!timestamp', 'timestamp'],
]);

function isMergeKey(key: YamlNode): boolean {
  if (key.kind !== 'scalar') return false;
  return key.tag ? key.tag.name === '!!merge' : key.style === 'plain' && key.text === MERGE_KEY;
}

/** What makes a key the same as another. */
function keyText(key: YamlNode): string {
  return key.kind === 'scalar' ? key.text : key.kind === 'alias' ? key.name : '';
}

function extent({ start, end }: { readonly start: number; readonly end: number }): {
  readonly start: number;
  readonly end: number;
} {
  return { start, end };
}

function dotted(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}
