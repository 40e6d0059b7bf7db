/**
 * A quick reader of plain YAML: block mappings and lists of short scalars, as nearly all Compose files are. It never
 * judges. At whatever else stands in a text, mistakes included, it gives up, and the full reader begins anew. Both give
 * the same trees, place for place; a test over texts of all kinds holds them together.
 */
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
  FOLDED,
  giveUp,
  INDICATORS,
  LITERAL,
  OPEN_BRACE,
  OPEN_BRACKET,
  PlainLines,
  SINGLE_QUOTE,
  unlessGivenUp,
} from './plain-lines.js';
import { resolvePlain } from './scalar.js';
import type { SourceText } from './text.js';
import type { Entry, Mapping, Origin, Scalar, ScalarStyle, ScalarType, Sequence, Tree } from './tree.js';
import { NO_STEPS } from './tree.js';

export interface PlainLimits {
  readonly nodes: number;
  readonly depth: number;
}

/** `undefined`: not plain, or over a limit. */
export function readPlainYaml(source: SourceText, limits: PlainLimits): Mapping | undefined {
  if (UNUSUAL.test(source.text)) return undefined;
  return unlessGivenUp(() => new PlainReader(source, limits).read());
}

/** Tabs, control characters, byte order marks, and line breaks other than LF and CRLF. */
const UNUSUAL = /[^\n\r -~\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd]|\r(?!\n)/;

/** What a plain scalar inside of brackets may be made of here, and a key. */
const FLOW_PLAIN = /[\w./$+=-]+(?:[ :@~]+[\w./$+=-]+)*/y;
const FLOW_KEY = /[\w./$+=-]+/y;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['n', '\n'],
]);

const LONGEST_KEY = 1000;

function entryOf(name: string, type: ScalarType, at: Origin, value: Tree): Entry {
  return type === 'string' ? { name, at, value } : { name, at, value, keyType: type };
}

interface Read<Kind extends Tree> {
  readonly tree: Kind;
  /** Where what follows begins. */
  readonly next: number;
}

class PlainReader {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #limits: PlainLimits;
  readonly #lines: PlainLines;
  #nodes = 0;

  constructor(source: SourceText, limits: PlainLimits) {
    this.#source = source;
    this.#text = source.text;
    this.#lines = new PlainLines(source.text);
    this.#limits = limits;
  }

  read(): Mapping {
    this.#lines.advance();
    if (this.#lines.indent === 0 && this.#text.startsWith('---', this.#lines.at))
      this.#lines.endLine(this.#lines.at + 3);
    if (this.#lines.indent !== 0) giveUp();
    const root = this.#text.charCodeAt(this.#lines.at) === OPEN_BRACE ? this.#wholeFlow() : this.#mapping(0, 0);
    if (this.#lines.indent >= 0) giveUp();
    return root;
  }

  /** A document in braces, as programs write it. */
  #wholeFlow(): Mapping {
    const { tree, next } = this.#flowMapping(this.#lines.at, 0);
    this.#lines.endLine(next);
    return tree;
  }

  #origin(start: number, end: number): Origin {
    return { source: this.#source, start, end, via: NO_STEPS };
  }

  #spend(depth: number): void {
    if (depth > this.#limits.depth || ++this.#nodes > this.#limits.nodes) giveUp();
  }

  #mapping(indent: number, depth: number): Mapping {
    this.#spend(depth);
    const entries = new Map<string, Entry>();
    const start = this.#lines.at;
    let end = start;
    do {
      const { name, type, style, at, next } = this.#key(depth + 1);
      if (entries.has(name) || (name === '<<' && style === 'plain')) giveUp();
      const value = this.#lines.isOver(next)
        ? this.#below(next, indent, depth + 1)
        : this.#inline(this.#lines.skipSpaces(next), indent, depth + 1);
      entries.set(name, entryOf(name, type, at, value));
      end = value.at.end;
    } while (this.#lines.indent === indent);
    if (this.#lines.indent > indent) giveUp();
    return { kind: 'mapping', entries, at: this.#origin(start, end) };
  }

  #sequence(indent: number, depth: number): Sequence {
    this.#spend(depth);
    const items: Tree[] = [];
    const start = this.#lines.at;
    let end = start;
    do {
      if (this.#lines.isOver(this.#lines.at + 1)) giveUp();
      const content = this.#lines.skipSpaces(this.#lines.at + 1);
      const item = this.#lines.isKey(content)
        ? this.#compactMapping(content, indent, depth + 1)
        : this.#inline(content, indent, depth + 1);
      items.push(item);
      end = item.at.end;
    } while (this.#lines.indent === indent && this.#lines.isDash());
    return { kind: 'sequence', items, at: this.#origin(start, end) };
  }

  /** `- key: value`: a mapping that begins in the line of its dash. */
  #compactMapping(content: number, indent: number, depth: number): Mapping {
    this.#lines.indent = indent + content - this.#lines.at;
    this.#lines.at = content;
    return this.#mapping(this.#lines.indent, depth);
  }

  #key(depth: number): Omit<Entry, 'value'> & Pick<Scalar, 'type' | 'style'> & { readonly next: number } {
    const start = this.#lines.at;
    if (this.#lines.indent === 0 && /^(?:---|\.\.\.)/.test(this.#text.slice(start, start + 3))) giveUp();
    const unit = this.#text.charCodeAt(start);
    const isQuoted = unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE;
    const scalar = isQuoted ? this.#quoted(start, depth) : this.#plain(start, depth);
    const colon = this.#lines.skipSpaces(scalar.next);
    if (this.#text.charCodeAt(colon) !== COLON || !this.#lines.isGap(colon + 1)) giveUp();
    const { type, style, at } = scalar.tree;
    const name = isQuoted ? String(scalar.tree.value) : this.#text.slice(at.start, at.end);
    if (name === '' || at.end - at.start > LONGEST_KEY) giveUp();
    return { name, type, style, at, next: colon + 1 };
  }

  /** The value of a key, or of an item, that begins on the key's line; then on to the next line of content. */
  #inline(at: number, indent: number, depth: number): Tree {
    const unit = this.#text.charCodeAt(at);
    if (unit === LITERAL || unit === FOLDED) return this.#block(at, indent, depth, unit === FOLDED);
    const { tree, next } = this.#onOneLine(at, unit, depth);
    this.#lines.endLine(next);
    if (this.#lines.indent > indent) giveUp();
    return tree;
  }

  #onOneLine(at: number, unit: number, depth: number): Read<Tree> {
    if (unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE) return this.#quoted(at, depth);
    if (unit === OPEN_BRACKET || unit === OPEN_BRACE) return this.#flow(at, depth);
    return this.#plain(at, depth);
  }

  /** The value of a key whose line says nothing more. */
  #below(position: number, indent: number, depth: number): Tree {
    this.#lines.advance();
    if (this.#lines.indent > indent) {
      return this.#lines.isDash()
        ? this.#sequence(this.#lines.indent, depth)
        : this.#mapping(this.#lines.indent, depth);
    }
    if (this.#lines.indent === indent && this.#lines.isDash()) return this.#sequence(indent, depth);
    this.#spend(depth);
    return { kind: 'scalar', type: 'null', value: null, style: 'plain', at: this.#origin(position, position) };
  }

  #plain(start: number, depth: number): Read<Scalar> {
    const unit = this.#text.charCodeAt(start);
    if (INDICATORS.has(unit) || (unit === DASH && this.#lines.isGap(start + 1))) giveUp();
    this.#spend(depth);
    const next = this.#lines.plainEnd(start);
    const end = this.#lines.skipSpacesBack(start, next);
    const { type, value } = resolvePlain(this.#text.slice(start, end));
    return { tree: { kind: 'scalar', type, value, style: 'plain', at: this.#origin(start, end) }, next: end };
  }

  #quoted(start: number, depth: number): Read<Scalar> {
    this.#spend(depth);
    const end = this.#lines.quotedEnd(start);
    const inner = this.#text.slice(start + 1, end - 1);
    const isDouble = this.#text.charCodeAt(start) === DOUBLE_QUOTE;
    const value = isDouble
      ? inner.replace(/\\(.)/g, (_, letter: string) => ESCAPES.get(letter) ?? giveUp())
      : inner.replaceAll("''", "'");
    const style: ScalarStyle = isDouble ? 'double' : 'single';
    return { tree: { kind: 'scalar', type: 'string', value, style, at: this.#origin(start, end) }, next: end };
  }

  #flow(start: number, depth: number): Read<Tree> {
    const unit = this.#text.charCodeAt(start);
    if (unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE) return this.#quoted(start, depth);
    if (unit === OPEN_BRACKET) return this.#flowSequence(start, depth);
    if (unit === OPEN_BRACE) return this.#flowMapping(start, depth);
    return this.#flowPlain(start, depth, FLOW_PLAIN);
  }

  #flowSequence(start: number, depth: number): Read<Sequence> {
    this.#spend(depth);
    const items: Tree[] = [];
    const next = this.#flowItems(start, CLOSE_BRACKET, (at) => {
      const item = this.#flow(at, depth + 1);
      items.push(item.tree);
      return item.next;
    });
    return { tree: { kind: 'sequence', items, at: this.#origin(start, next) }, next };
  }

  #flowMapping(start: number, depth: number): Read<Mapping> {
    this.#spend(depth);
    const entries = new Map<string, Entry>();
    const next = this.#flowItems(start, CLOSE_BRACE, (from) => {
      const unit = this.#text.charCodeAt(from);
      const isQuoted = unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE;
      const key = isQuoted ? this.#quoted(from, depth + 1) : this.#flowPlain(from, depth + 1, FLOW_KEY);
      if (!this.#text.startsWith(': ', key.next)) giveUp();
      const value = this.#flow(this.#lines.skipSpaces(key.next + 1), depth + 1);
      const { type, at } = key.tree;
      const name = isQuoted ? String(key.tree.value) : this.#text.slice(at.start, at.end);
      if (name === '' || entries.has(name) || at.end - at.start > LONGEST_KEY) giveUp();
      entries.set(name, entryOf(name, type, at, value.tree));
      return value.next;
    });
    return { tree: { kind: 'mapping', entries, at: this.#origin(start, next) }, next };
  }

  /** `read` reads an item and says where it ends. Gives where the brackets end. */
  #flowItems(start: number, close: number, read: (at: number) => number): number {
    let at = this.#lines.skipSpaces(start + 1);
    if (this.#text.charCodeAt(at) === close) return at + 1;
    for (;;) {
      at = this.#lines.skipSpaces(read(at));
      const unit = this.#text.charCodeAt(at);
      if (unit === close) return at + 1;
      if (unit !== COMMA) giveUp();
      at = this.#lines.skipSpaces(at + 1);
      if (this.#text.charCodeAt(at) === close) return at + 1;
    }
  }

  #flowPlain(start: number, depth: number, shape: RegExp): Read<Scalar> {
    this.#spend(depth);
    shape.lastIndex = start;
    const text = shape.exec(this.#text)?.[0];
    if (text === undefined || /^-(?:$|[ :])|: | :/.test(text)) giveUp();
    const end = start + text.length;
    const { type, value } = resolvePlain(text);
    return { tree: { kind: 'scalar', type, value, style: 'plain', at: this.#origin(start, end) }, next: end };
  }

  /** `|` and `>`, with or without `-`; then on to the next line of content. */
  #block(start: number, indent: number, depth: number, isFolded: boolean): Scalar {
    this.#spend(depth);
    const isStripped = this.#text.charCodeAt(start + 1) === DASH;
    if (!this.#lines.isOver(start + (isStripped ? 2 : 1))) giveUp();
    const { lines, end } = this.#lines.blockLines(indent);
    // Blank lines, and lines that stand further in, are not folded.
    if (isFolded && lines.some((line) => line === '' || line.startsWith(' ') || line.endsWith(' '))) giveUp();
    this.#lines.advance();
    if (this.#lines.indent > indent) giveUp();
    const value = lines.join(isFolded ? ' ' : '\n') + (isStripped ? '' : '\n');
    const style: ScalarStyle = isFolded ? 'folded' : 'literal';
    return { kind: 'scalar', type: 'string', value, style, at: this.#origin(start, end) };
  }
}
