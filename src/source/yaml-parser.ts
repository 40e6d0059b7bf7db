/**
 * From tokens to nodes, by the grammar of libyaml. After a mistake it goes on with the next entry of the innermost
 * block collection, so that one run finds them all and what is right around them is still understood.
 */
import type { AliasNode, ContentNode, MappingNode, ScalarNode, SequenceNode, Tag, YamlNode } from './yaml-node.js';
import { type Mistake, Scanner, type Token, type TokenKind, YamlFailure } from './yaml-scanner.js';

export interface ParsedStream {
  /** `undefined` for a document in which nothing was understood. */
  readonly documents: readonly (YamlNode | undefined)[];
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

interface Properties {
  readonly start: number;
  readonly end: number;
  readonly anchor: string | undefined;
  readonly tag: Tag | undefined;
}

const CORE_TAG = 'tag:yaml.org,2002:';

export function parseNodes(
  text: string,
  limits: { readonly depth: number; readonly documents: number },
  report: (mistake: Mistake) => void,
): ParsedStream {
  return new NodeParser(text, limits, report).stream();
}

class NodeParser {
  private readonly text: string;
  private readonly limits: { readonly depth: number; readonly documents: number };
  private readonly report: (mistake: Mistake) => void;
  private readonly scanner: Scanner;
  /** Anchors stay known in later documents of the stream, as in Docker's YAML library. */
  private readonly anchors = new Map<string, ContentNode>();
  private handles = new Map<string, string>();
  private depth = 0;
  /** The columns of the block collections around the current token. */
  private readonly columns: number[] = [];
  /** How much may be read again after mistakes: keeps a hostile text from costing more than linear time. */
  private patience: number;

  constructor(
    text: string,
    limits: { readonly depth: number; readonly documents: number },
    report: (mistake: Mistake) => void,
  ) {
    this.text = text;
    this.limits = limits;
    this.report = report;
    this.scanner = new Scanner(text, report);
    this.patience = 10_000 + 4 * text.length;
  }

  stream(): ParsedStream {
    const documents: (YamlNode | undefined)[] = [];
    while (this.atDocument(documents.length === 0)) {
      if (documents.length >= this.limits.documents) {
        this.report(mistakeAt(this.peek(), `the file has more than ${this.limits.documents} documents`));
        break;
      }
      documents.push(this.document(documents.length === 0));
    }
    return { documents, comments: this.scanner.comments };
  }

  private atDocument(isFirst: boolean): boolean {
    for (;;) {
      const { kind } = this.scanner.peek();
      if (kind === 'stream-end') return false;
      if (kind !== 'document-end' || isFirst) return true;
      this.scanner.skip();
    }
  }

  private document(isFirst: boolean): YamlNode | undefined {
    const { start } = this.scanner.peek();
    let root: YamlNode | undefined;
    try {
      root = this.directivesAndRoot(isFirst);
      for (;;) {
        const token = this.peek();
        if (DOCUMENT_BOUNDARIES.has(token.kind)) break;
        this.report(mistakeAt(token, 'this does not belong to what is above; check the indentation'));
        root = joined(root, this.node(true, false));
      }
      if (this.peek().kind === 'document-end') this.scanner.skip();
    } catch (error) {
      this.recover(error, start);
    }
    return root;
  }

  private directivesAndRoot(isFirst: boolean): YamlNode {
    this.handles = new Map();
    let token = this.peek();
    const hasDirectives = token.kind === 'version' || token.kind === 'tag-directive';
    let hasVersion = false;
    while (token.kind === 'version' || token.kind === 'tag-directive') {
      if (token.kind === 'tag-directive') {
        if (this.handles.has(token.text)) this.report(mistakeAt(token, 'a second %TAG directive for the same handle'));
        else this.handles.set(token.text, token.suffix);
      } else {
        if (hasVersion) this.report(mistakeAt(token, 'a second %YAML directive'));
        else if (token.text !== '1.1')
          this.report(mistakeAt(token, 'Docker Compose accepts no %YAML directive but %YAML 1.1'));
        hasVersion = true;
      }
      this.scanner.skip();
      token = this.peek();
    }
    if (token.kind === 'document-start') {
      this.scanner.skip();
      return DOCUMENT_BOUNDARIES.has(this.peekKind()) ? this.empty(token.end) : this.node(true, false);
    }
    if (hasDirectives || !isFirst) this.report(mistakeAt(token, 'a line with --- is missing before this'));
    return this.node(true, false);
  }

  private peek(): Token {
    const token = this.scanner.peek();
    if (token.kind === 'error') throw new YamlFailure({ message: token.text, start: token.start, end: token.end });
    return token;
  }

  /** A token at which a mapping or a key begins counts as that first. */
  private peekKind(): TokenKind {
    const token = this.peek();
    return token.beginsMapping ? 'mapping-start' : token.beginsKey ? 'key' : token.kind;
  }

  private fail(message: string): never {
    throw new YamlFailure(mistakeAt(this.peek(), message));
  }

  private recover(error: unknown, entryStart: number): void {
    if (!(error instanceof YamlFailure)) throw error;
    this.report(error.mistake);
    const readTo = this.scanner.position;
    this.scanner.resume(entryStart, this.columns);
    this.patience -= Math.max(0, readTo - this.scanner.position);
    if (this.patience >= 0) return;
    this.report({ message: 'too many mistakes; the rest of the file was not read', start: readTo, end: readTo });
    this.scanner.resume(this.text.length, this.columns);
  }

  private empty(at: number, properties?: Properties): ScalarNode {
    return this.anchored(
      { kind: 'scalar', start: at, end: at, tag: properties?.tag, text: '', style: 'plain' },
      properties,
    );
  }

  private anchored<N extends ContentNode>(node: N, properties: Properties | undefined): N {
    if (properties?.anchor !== undefined) this.anchors.set(properties.anchor, node);
    return node;
  }

  private node(isBlock: boolean, allowsIndentless: boolean): YamlNode {
    if (this.peekKind() === 'alias') return this.alias();
    const properties = this.properties();
    const kind = this.peekKind();
    const token = this.peek();
    if (this.depth >= this.limits.depth) this.fail(`the nesting is deeper than ${this.limits.depth}`);
    this.depth += 1;
    try {
      if (kind === 'entry' && allowsIndentless) return this.blockSequence(properties, false);
      if (kind === 'scalar') {
        this.scanner.skip();
        const { start, end, text, style } = token;
        return this.anchored({ kind, start, end, tag: properties.tag, text, style }, properties);
      }
      if (kind === 'flow-sequence-start') return this.flowSequence(properties);
      if (kind === 'flow-mapping-start') return this.flowMapping(properties);
      if (kind === 'sequence-start' && isBlock) return this.blockSequence(properties, true);
      if (kind === 'mapping-start' && isBlock) return this.blockMapping(properties);
    } finally {
      this.depth -= 1;
    }
    if (properties.anchor === undefined && properties.tag === undefined) this.fail('a value is expected here');
    return this.empty(properties.end, properties);
  }

  private alias(): YamlNode {
    const { text: name, start, end } = this.peek();
    this.scanner.skip();
    const target = this.anchors.get(name);
    if (target) return { kind: 'alias', start, end, name, target } satisfies AliasNode;
    this.report({ message: `unknown anchor '${name}' referenced`, start, end });
    return this.empty(start);
  }

  private properties(): Properties {
    const first = this.peek();
    let { end, anchor, tag }: { end: number; anchor: string | undefined; tag: Tag | undefined } = {
      end: first.start,
      anchor: undefined,
      tag: undefined,
    };
    for (;;) {
      const kind = this.peekKind();
      const token = this.peek();
      if (kind === 'anchor' && anchor === undefined) anchor = token.text;
      else if (kind === 'tag' && tag === undefined) tag = this.tag(token);
      else return { start: first.start, end, anchor, tag };
      end = token.end;
      this.scanner.skip();
    }
  }

  /** `!` alone says nothing about a value. */
  private tag({ text: handle, suffix, start, end }: Token): Tag | undefined {
    if (handle === '' && suffix === '!') return undefined;
    const prefix =
      handle === ''
        ? ''
        : (this.handles.get(handle) ?? (handle === '!' ? '!' : handle === '!!' ? CORE_TAG : undefined));
    if (prefix === undefined) {
      this.report({ message: 'no %TAG directive declares the handle of this tag', start, end });
      return undefined;
    }
    const name = prefix + suffix;
    return { name: name.startsWith(CORE_TAG) ? `!!${name.slice(CORE_TAG.length)}` : name, start, end };
  }

  private blockSequence(properties: Properties, isIndented: boolean): SequenceNode {
    const { start, column } = this.peek();
    if (isIndented) this.scanner.skip();
    const node: SequenceNode = { kind: 'sequence', start, end: start, tag: properties.tag, items: [] };
    this.anchored(node, properties);
    if (isIndented) this.columns.push(column);
    for (;;) {
      const entry = this.scanner.peek();
      try {
        const kind = this.peekKind();
        if (kind !== 'entry') {
          if (!isIndented) break;
          if (kind === 'block-end') {
            this.scanner.skip();
            break;
          }
          this.fail("an item of this list must begin with '-'");
        }
        this.scanner.skip();
        const next = this.peekKind();
        const isEmpty =
          next === 'entry' || next === 'block-end' || (!isIndented && (next === 'key' || next === 'value'));
        const item = isEmpty ? this.empty(entry.end) : this.node(true, false);
        node.items.push(item);
        node.end = Math.max(entry.end, item.end);
      } catch (error) {
        this.recover(error, entry.start);
      }
    }
    if (isIndented) this.columns.pop();
    return node;
  }

  private blockMapping(properties: Properties): MappingNode {
    const { start, column } = this.peek();
    this.skipMappingStart();
    const node: MappingNode = { kind: 'mapping', start, end: start, tag: properties.tag, pairs: [] };
    this.anchored(node, properties);
    this.columns.push(column);
    for (;;) {
      const entry = this.scanner.peek();
      try {
        const kind = this.peekKind();
        if (kind === 'block-end') {
          this.scanner.skip();
          break;
        }
        if (kind !== 'key')
          this.fail(kind === 'mapping-start' ? 'this indentation fits no line above' : 'a key is expected here');
        const { end } = this.skipKey();
        const key = this.blockPart(end);
        const value = this.peekKind() === 'value' ? this.blockPart(this.skipped().end) : this.empty(key.end);
        node.pairs.push({ key, value });
        node.end = Math.max(end, key.end, value.end);
      } catch (error) {
        this.recover(error, entry.start);
      }
    }
    this.columns.pop();
    return node;
  }

  /** A key or a value of a block mapping; empty, at `emptyAt`, where there is none. */
  private blockPart(emptyAt: number): YamlNode {
    const kind = this.peekKind();
    return kind === 'key' || kind === 'value' || kind === 'block-end' ? this.empty(emptyAt) : this.node(true, true);
  }

  private skipped(): Token {
    const token = this.peek();
    this.scanner.skip();
    return token;
  }

  private skipMappingStart(): void {
    const token = this.peek();
    if (token.beginsMapping) token.beginsMapping = false;
    else this.scanner.skip();
  }

  /** The place right behind a `?`, or right before a key without one. */
  private skipKey(): { readonly end: number } {
    const token = this.peek();
    if (!token.beginsKey) return this.skipped();
    token.beginsKey = false;
    return { end: token.start };
  }

  private flowSequence(properties: Properties): SequenceNode {
    const open = this.skipped();
    const node: SequenceNode = { kind: 'sequence', start: open.start, end: open.end, tag: properties.tag, items: [] };
    this.anchored(node, properties);
    this.flowEntries(open, 'flow-sequence-end', () => {
      node.items.push(this.peekKind() === 'key' ? this.flowPair() : this.node(false, false));
    });
    node.end = this.skipped().end;
    return node;
  }

  private flowMapping(properties: Properties): MappingNode {
    const open = this.skipped();
    const node: MappingNode = { kind: 'mapping', start: open.start, end: open.end, tag: properties.tag, pairs: [] };
    this.anchored(node, properties);
    this.flowEntries(open, 'flow-mapping-end', () => {
      if (this.peekKind() === 'key') {
        node.pairs.push(this.flowKeyAndValue('flow-mapping-end'));
        return;
      }
      const key = this.node(false, false);
      node.pairs.push({ key, value: this.empty(key.end) });
    });
    node.end = this.skipped().end;
    return node;
  }

  /** Stops before the closing bracket. */
  private flowEntries(open: Token, close: TokenKind, entry: () => void): void {
    const [kind, brackets] = close === 'flow-sequence-end' ? ['list', "',' or ']'"] : ['mapping', "',' or '}'"];
    for (let isFirst = true; this.peekKind() !== close; isFirst = false) {
      if (!isFirst) {
        if (this.peekKind() !== 'flow-entry') {
          const message = `did not find ${brackets} for the ${kind} that begins here`;
          throw new YamlFailure({ message, start: open.start, end: open.end });
        }
        this.scanner.skip();
        if (this.peekKind() === close) return;
      }
      entry();
    }
  }

  /** `[a: b]`: a mapping of one entry as an item. */
  private flowPair(): MappingNode {
    const { start } = this.peek();
    const pair = this.flowKeyAndValue('flow-sequence-end');
    return { kind: 'mapping', start, end: Math.max(pair.key.end, pair.value.end), tag: undefined, pairs: [pair] };
  }

  private flowKeyAndValue(close: TokenKind): { readonly key: YamlNode; readonly value: YamlNode } {
    const { end } = this.skipKey();
    const key = this.flowPart(end, close);
    const value = this.peekKind() === 'value' ? this.flowPart(this.skipped().end, close) : this.empty(key.end);
    return { key, value };
  }

  private flowPart(emptyAt: number, close: TokenKind): YamlNode {
    const kind = this.peekKind();
    return kind === 'value' || kind === 'flow-entry' || kind === close ? this.empty(emptyAt) : this.node(false, false);
  }
}

const DOCUMENT_BOUNDARIES: ReadonlySet<TokenKind> = new Set([
  'version',
  'tag-directive',
  'document-start',
  'document-end',
  'stream-end',
]);

function mistakeAt({ start, end }: Token, message: string): Mistake {
  return { message, start, end };
}

/** What was read of a document so far, and what was found behind it. */
function joined(root: YamlNode, more: YamlNode): YamlNode {
  if (root.kind !== 'mapping' || more.kind !== 'mapping') return root;
  for (const pair of more.pairs) root.pairs.push(pair);
  root.end = more.end;
  return root;
}
