/**
 * Any YAML text as located trees, on the `yaml` library. What Docker's Go YAML library does differently is put right here
 * and in its neighbours: the types of plain scalars, merge keys, anchors that live on in later documents, and what it refuses.
 */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { LimitName } from './limits.js';
import type { Range, SourceText } from './text.js';
import type { Entry, Mapping, Origin, Path, Scalar, Sequence, Tree } from './tree.js';
import { NO_STEPS } from './tree.js';
import { count } from './words.js';
import type { ParsedYaml, TaggedNode, YamlDocument, YamlLimits } from './yaml.js';
import { LimitExceeded, parseStream } from './yaml-documents.js';
import { mergeEntries } from './yaml-merge.js';
import { contentEnd, emptyValueStart, isUnwritten, scalarStyle, taggedScalar, writtenValue } from './yaml-node.js';
import { explain, type ParseProblem, refusals, uniformBreaks, type YamlStream } from './yaml-refusals.js';
import { copyWithStep } from './yaml-steps.js';

const FEW_NODES = 400_000;
const MANY_NODES = 4_000_000;

/** `!reset`, but not `!!str`. */
function isLocalTag(tag: string | undefined): tag is string {
  return tag?.startsWith('!') === true && tag !== '!';
}

/** Docker's YAML library takes a document for an attack where nearly all of it comes from aliases. */
function isExcessive(aliased: number, nodes: number): boolean {
  if (aliased <= 100 || nodes <= 1000) return false;
  const size = Math.min(1, Math.max(0, (nodes - FEW_NODES) / (MANY_NODES - FEW_NODES)));
  return aliased / nodes > 0.99 - 0.89 * size;
}

export function readFullYaml(source: SourceText, limits: YamlLimits): ParsedYaml {
  const text = uniformBreaks(source.text);
  const problems: ParseProblem[] = [];
  const report = (message: string, start: number, end: number, limit?: LimitName) =>
    problems.push({
      message,
      at: { source, start, end: Math.max(start, Math.min(end, text.length)) },
      ...(limit && { limit }),
    });
  const stream = streamIn(text, limits, report);
  const reader = new TreeReader(source, text, limits, report);
  const documents: YamlDocument[] = [];
  for (const [index, document] of stream.documents.entries()) {
    if (index >= limits.documents) {
      report(`more than ${limits.documents} documents`, document.range[0], document.range[0], 'documents');
      break;
    }
    for (const error of document.errors) {
      const message = explain(error);
      if (message) report(message, error.pos[0], error.pos[1]);
    }
    try {
      documents.push(reader.read(document));
    } catch (error) {
      if (!(error instanceof LimitExceeded)) throw error;
      report(error.message, error.at, error.at, error.limit);
      break;
    }
  }
  for (const { message, start, end } of refusals(text, stream, reader.opaque)) report(message, start, end);
  problems.sort((a, b) => a.at.start - b.at.start);
  return { documents, problems: firstOf(problems) };
}

/** Most mistakes follow from one before them, in a template from the first. */
const MOST_MISTAKES = 20;

/** And how many there are more. What a limit cut off is told in any case. */
function firstOf(problems: readonly ParseProblem[]): readonly ParseProblem[] {
  const mistakes = problems.filter(({ limit }) => limit === undefined);
  const next = mistakes[MOST_MISTAKES];
  if (next === undefined) return problems;
  const more = mistakes.length - MOST_MISTAKES;
  const told = new Set(mistakes.slice(0, MOST_MISTAKES));
  return [
    ...problems.filter((problem) => problem.limit !== undefined || told.has(problem)),
    { message: `${count(more, 'more mistake')} from here on`, at: next.at },
  ];
}

function streamIn(
  text: string,
  limits: YamlLimits,
  report: (message: string, start: number, end: number, limit?: LimitName) => void,
): YamlStream {
  try {
    return parseStream(text, limits);
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
    report(error.message, error.at, error.at, error.limit);
    return { documents: [], directives: [] };
  }
}

/** Anchors outlive their document, as in Docker's library, so one reader reads the whole stream. */
class TreeReader {
  /** Where text is taken as it is: scalars and flow collections. In the order of the text. */
  readonly opaque: { readonly start: number; readonly end: number }[] = [];
  readonly #anchors = new Map<string, Tree>();
  readonly #open = new Set<string>();
  readonly #sizes = new WeakMap<Tree, number>();
  /** The tags inside what an anchor names, with paths from there. */
  readonly #inside = new WeakMap<Tree, readonly TaggedNode[]>();
  #nodes = 0;
  #tags: TaggedNode[] = [];

  constructor(
    readonly source: SourceText,
    readonly text: string,
    readonly limits: YamlLimits,
    readonly report: (message: string, start: number, end: number) => void,
  ) {}

  read(document: Document.Parsed): YamlDocument {
    this.#tags = [];
    const { contents } = document;
    const start = contents?.range?.[0] ?? document.range[0];
    const root = this.#node(contents, { start, end: start }, [], 0);
    return { root, tags: this.#tags };
  }

  #origin(start: number, end: number): Origin {
    return { source: this.source, start, end, via: NO_STEPS };
  }

  /** `empty`: where a value that is not written would stand. */
  #node(node: Node | null | undefined, empty: { start: number; end: number }, path: Path, depth: number): Tree {
    const [start, end] = node?.range ? [node.range[0], contentEnd(node, this.text)] : [empty.start, empty.end];
    if (depth > this.limits.depth) {
      throw new LimitExceeded(`nested more than ${this.limits.depth} levels deep`, start, 'nesting');
    }
    this.#spend(1, start);
    if (!node) return { kind: 'scalar', type: 'null', value: null, style: 'plain', at: this.#origin(start, end) };
    if (isAlias(node)) return this.#alias(node.source, start, end, path);
    const anchor = node.anchor;
    if (anchor) {
      this.#anchors.delete(anchor);
      this.#open.add(anchor);
    }
    const [before, tagsBefore] = [this.#nodes, this.#tags.length];
    const tree = this.#content(node, start, end, empty, path, depth);
    const tag = node.tag;
    if (isLocalTag(tag)) this.#tags.push({ path, tag, at: { source: this.source, start, end } });
    if (anchor) {
      this.#open.delete(anchor);
      this.#anchors.set(anchor, tree);
      this.#sizes.set(tree, this.#nodes - before + 1);
      const inside = this.#tags
        .slice(tagsBefore)
        .map((tagged) => ({ ...tagged, path: tagged.path.slice(path.length) }));
      if (inside.length > 0) this.#inside.set(tree, inside);
    }
    return tree;
  }

  #content(node: Node, start: number, end: number, empty: { start: number }, path: Path, depth: number): Tree {
    if (isMap(node)) return this.#mapping(node, start, end, path, depth);
    if (isSeq(node)) return this.#sequence(node, start, end, path, depth);
    if (isScalar(node)) {
      const style = scalarStyle(node.type);
      const text = writtenValue(node, this.text);
      const resolved = taggedScalar(text, style, node.tag);
      if (typeof resolved === 'string') {
        this.report(resolved, start, end);
        return { kind: 'scalar', type: 'string', value: text, style, at: this.#origin(start, end) };
      }
      const at = isUnwritten(node) ? this.#origin(empty.start, empty.start) : this.#origin(start, end);
      if (end > start) this.opaque.push({ start, end });
      return { kind: 'scalar', ...resolved, style, at };
    }
    return { kind: 'scalar', type: 'null', value: null, style: 'plain', at: this.#origin(start, end) };
  }

  #alias(name: string, start: number, end: number, path: Path): Tree {
    const nothing: Scalar = { kind: 'scalar', type: 'null', value: null, style: 'plain', at: this.#origin(start, end) };
    if (this.#open.has(name)) {
      this.report('an alias inside the very node it names: the value would contain itself', start, end);
      return nothing;
    }
    const target = this.#anchors.get(name);
    if (!target) {
      this.report('an alias to an anchor that is not defined before it', start, end);
      return nothing;
    }
    const size = this.#sizes.get(target) ?? 1;
    this.#spend(size, start);
    this.#aliased += size;
    if (isExcessive(this.#aliased, this.#nodes)) throw new LimitExceeded('excessive aliasing', start);
    for (const { path: inner, tag } of this.#inside.get(target) ?? []) {
      this.#tags.push({ path: [...path, ...inner], tag, at: { source: this.source, start, end } });
    }
    const copy = copyWithStep(target, { how: 'alias', site: { source: this.source, start, end } });
    return copy;
  }

  /** The nodes that aliases brought. */
  #aliased = 0;

  #spend(nodes: number, at: number): void {
    this.#nodes += nodes;
    if (this.#nodes > this.limits.nodes)
      throw new LimitExceeded(`more than ${this.limits.nodes} nodes, aliases expanded`, at, 'nodes');
  }

  #sequence(node: YAMLSeq, start: number, end: number, path: Path, depth: number): Sequence {
    if (node.flow) this.opaque.push({ start, end });
    const items: Tree[] = [];
    let last = start + 1;
    for (const item of node.items) {
      const tree = this.#item(item, last, [...path, items.length], depth + 1);
      items.push(tree);
      last = Math.max(last, tree.at.end);
    }
    return { kind: 'sequence', items, at: this.#origin(start, end) };
  }

  /** Under a tag that the library does not know, a pair in a list (`[a: 1]`) stays bare. */
  #item(item: unknown, position: number, path: Path, depth: number): Tree {
    const empty = { start: position, end: position };
    if (isScalar(item) || isCollection(item) || isAlias(item)) return this.#node(item, empty, path, depth);
    if (!isPair(item)) return this.#node(undefined, empty, path, depth);
    const key = isScalar(item.key) || isAlias(item.key) ? item.key.range : undefined;
    const value =
      isScalar(item.value) || isCollection(item.value) || isAlias(item.value) ? item.value.range : undefined;
    const start = key?.[0] ?? position;
    return this.#entries([item], start, value?.[1] ?? key?.[1] ?? start, path, depth);
  }

  #mapping(node: YAMLMap, start: number, end: number, path: Path, depth: number): Mapping {
    if (node.flow) this.opaque.push({ start, end });
    return this.#entries(node.items, start, end, path, depth);
  }

  #entries(pairs: readonly Pair[], start: number, end: number, path: Path, depth: number): Mapping {
    const entries: Entry[] = [];
    const merges: { readonly value: Tree; readonly at: Range }[] = [];
    const defined = new Set<string>();
    const tagged = new Set<string>();
    let hasMerge = false;
    for (const pair of pairs) {
      const key = this.#key(pair, depth);
      if (!key) continue;
      const isMerge = key.name === '<<' && key.plain;
      if (isMerge ? hasMerge : defined.has(key.name)) {
        this.report('this key is defined twice in one mapping', key.at.start, key.at.end);
        continue;
      }
      if (isMerge) hasMerge = true;
      else defined.add(key.name);
      const start = emptyValueStart(this.text, key.at.end);
      const value =
        isMap(pair.value) || isSeq(pair.value) || isScalar(pair.value) || isAlias(pair.value) ? pair.value : undefined;
      if (value && !isAlias(value) && isLocalTag(value.tag)) tagged.add(key.name);
      const tree = this.#node(value, { start, end: start }, isMerge ? path : [...path, key.name], depth + 1);
      if (isMerge) merges.push({ value: tree, at: key.at });
      else entries.push({ name: key.name, at: key.at, value: tree, ...(key.keyType ? { keyType: key.keyType } : {}) });
    }
    const all =
      merges.length === 0
        ? entries
        : mergeEntries(entries, merges, { tagged, report: this.report, spend: (nodes) => this.#spend(nodes, start) });
    return { kind: 'mapping', entries: new Map(all.map((entry) => [entry.name, entry])), at: this.#origin(start, end) };
  }

  #key(pair: Pair, depth: number): (Omit<Entry, 'value'> & { readonly plain: boolean }) | undefined {
    const { key } = pair;
    const node = isScalar(key) || isAlias(key) || isMap(key) || isSeq(key) ? key : undefined;
    const tree = this.#node(node, { start: node?.range?.[0] ?? 0, end: node?.range?.[0] ?? 0 }, [], depth + 1);
    if (tree.kind !== 'scalar') {
      this.report('a key must be a scalar', tree.at.start, tree.at.end);
      return undefined;
    }
    const at = isAlias(node) && node.range ? this.#origin(node.range[0], node.range[1]) : tree.at;
    const name = isScalar(node) ? (node.source ?? '') : String(tree.value ?? '');
    return {
      name,
      at,
      plain: tree.style === 'plain',
      ...(tree.type === 'string' ? {} : { keyType: tree.type }),
    };
  }
}
