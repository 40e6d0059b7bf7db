/**
 * A quick reader of plain YAML: block mappings and lists of short scalars, as nearly all Compose files are. It never
 * judges. At whatever else stands in a text, mistakes included, it gives up, and the full reader begins anew. Both give
 * the same trees, place for place; a test over texts of all kinds holds them together.
 */
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
  try {
    return new PlainReader(source, limits).read();
  } catch (error) {
    if (error !== NOT_PLAIN) throw error;
    return undefined;
  }
}

/** Tabs, control characters, byte order marks, and line breaks other than LF and CRLF. */
const UNUSUAL = /[^\n\r -~\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd]|\r(?!\n)/;

const NOT_PLAIN = new Error('not plain');

function giveUp(): never {
  throw NOT_PLAIN;
}

function code(character: string): number {
  return character.charCodeAt(0);
}

const [SPACE, HASH, DASH, COLON, COMMA] = [code(' '), code('#'), code('-'), code(':'), code(',')];
const [DOUBLE_QUOTE, SINGLE_QUOTE, BACKSLASH, CARRIAGE_RETURN] = [code('"'), code("'"), code('\\'), code('\r')];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [code('['), code(']'), code('{'), code('}')];
const [LITERAL, FOLDED] = [code('|'), code('>')];

/** What begins something other than a plain scalar, or may. */
const INDICATORS: ReadonlySet<number> = new Set(Array.from('?:,[]{}#&*!|>\'"%@`', code));

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
  #nodes = 0;
  /** Where the content of the present line begins, and in which column, counted from 0; -1 at the end of the text. */
  #at = 0;
  #indent = -1;
  /** Where the line ends, its line break not counted, and where the next one begins. */
  #lineEnd = 0;
  #nextLine = 0;

  constructor(source: SourceText, limits: PlainLimits) {
    this.#source = source;
    this.#text = source.text;
    this.#limits = limits;
  }

  read(): Mapping {
    this.#advance();
    if (this.#indent === 0 && this.#text.startsWith('---', this.#at)) this.#endLine(this.#at + 3);
    if (this.#indent !== 0) giveUp();
    const root = this.#mapping(0, 0);
    if (this.#indent >= 0) giveUp();
    return root;
  }

  /** On to the next line that is neither blank nor a comment. */
  #advance(): void {
    const text = this.#text;
    while (this.#nextLine < text.length) {
      const start = this.#nextLine;
      this.#at = this.#skipSpaces(start);
      this.#beginLine(this.#at);
      if (this.#at === this.#lineEnd || text.charCodeAt(this.#at) === HASH) continue;
      this.#indent = this.#at - start;
      return;
    }
    this.#indent = -1;
  }

  #beginLine(at: number): void {
    const lineFeed = this.#text.indexOf('\n', at);
    this.#nextLine = lineFeed < 0 ? this.#text.length : lineFeed + 1;
    const end = lineFeed < 0 ? this.#text.length : lineFeed;
    this.#lineEnd = end > at && this.#text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
  }

  #skipSpaces(from: number): number {
    let at = from;
    while (this.#text.charCodeAt(at) === SPACE) at++;
    return at;
  }

  #skipSpacesBack(start: number, from: number): number {
    let at = from;
    while (at > start && this.#text.charCodeAt(at - 1) === SPACE) at--;
    return at;
  }

  #isGap(at: number): boolean {
    return at >= this.#lineEnd || this.#text.charCodeAt(at) === SPACE;
  }

  /** Whether nothing but a comment is left of the line. */
  #isOver(from: number): boolean {
    const at = this.#skipSpaces(from);
    return at >= this.#lineEnd || (at > from && this.#text.charCodeAt(at) === HASH);
  }

  #endLine(from: number): void {
    if (!this.#isOver(from)) giveUp();
    this.#advance();
  }

  #isDash(): boolean {
    return this.#text.charCodeAt(this.#at) === DASH && this.#isGap(this.#at + 1);
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
    const start = this.#at;
    let end = start;
    do {
      const { name, type, style, at, next } = this.#key(depth + 1);
      if (entries.has(name) || (name === '<<' && style === 'plain')) giveUp();
      const value = this.#isOver(next)
        ? this.#below(next, indent, depth + 1)
        : this.#inline(this.#skipSpaces(next), indent, depth + 1);
      entries.set(name, entryOf(name, type, at, value));
      end = value.at.end;
    } while (this.#indent === indent);
    if (this.#indent > indent) giveUp();
    return { kind: 'mapping', entries, at: this.#origin(start, end) };
  }

  #sequence(indent: number, depth: number): Sequence {
    this.#spend(depth);
    const items: Tree[] = [];
    const start = this.#at;
    let end = start;
    do {
      if (this.#isOver(this.#at + 1)) giveUp();
      const content = this.#skipSpaces(this.#at + 1);
      const item = this.#isKey(content)
        ? this.#compactMapping(content, indent, depth + 1)
        : this.#inline(content, indent, depth + 1);
      items.push(item);
      end = item.at.end;
    } while (this.#indent === indent && this.#isDash());
    return { kind: 'sequence', items, at: this.#origin(start, end) };
  }

  /** `- key: value`: a mapping that begins in the line of its dash. */
  #compactMapping(content: number, indent: number, depth: number): Mapping {
    this.#indent = indent + content - this.#at;
    this.#at = content;
    return this.#mapping(this.#indent, depth);
  }

  #isKey(at: number): boolean {
    const unit = this.#text.charCodeAt(at);
    if (unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE) {
      return this.#text.charCodeAt(this.#skipSpaces(this.#quotedEnd(at))) === COLON;
    }
    return !INDICATORS.has(unit) && this.#text.charCodeAt(this.#plainEnd(at)) === COLON;
  }

  #key(depth: number): Omit<Entry, 'value'> & Pick<Scalar, 'type' | 'style'> & { readonly next: number } {
    const start = this.#at;
    if (this.#indent === 0 && /^(?:---|\.\.\.)/.test(this.#text.slice(start, start + 3))) giveUp();
    const unit = this.#text.charCodeAt(start);
    const isQuoted = unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE;
    const scalar = isQuoted ? this.#quoted(start, depth) : this.#plain(start, depth);
    const colon = this.#skipSpaces(scalar.next);
    if (this.#text.charCodeAt(colon) !== COLON || !this.#isGap(colon + 1)) giveUp();
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
    this.#endLine(next);
    if (this.#indent > indent) giveUp();
    return tree;
  }

  #onOneLine(at: number, unit: number, depth: number): Read<Tree> {
    if (unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE) return this.#quoted(at, depth);
    if (unit === OPEN_BRACKET || unit === OPEN_BRACE) return this.#flow(at, depth);
    return this.#plain(at, depth);
  }

  /** The value of a key whose line says nothing more. */
  #below(position: number, indent: number, depth: number): Tree {
    this.#advance();
    if (this.#indent > indent) {
      return this.#isDash() ? this.#sequence(this.#indent, depth) : this.#mapping(this.#indent, depth);
    }
    if (this.#indent === indent && this.#isDash()) return this.#sequence(indent, depth);
    this.#spend(depth);
    return { kind: 'scalar', type: 'null', value: null, style: 'plain', at: this.#origin(position, position) };
  }

  #plain(start: number, depth: number): Read<Scalar> {
    const unit = this.#text.charCodeAt(start);
    if (INDICATORS.has(unit) || (unit === DASH && this.#isGap(start + 1))) giveUp();
    this.#spend(depth);
    const next = this.#plainEnd(start);
    const end = this.#skipSpacesBack(start, next);
    const { type, value } = resolvePlain(this.#text.slice(start, end));
    return { tree: { kind: 'scalar', type, value, style: 'plain', at: this.#origin(start, end) }, next: end };
  }

  /** At the colon that makes it a key, or at a comment, or at the end of the line. */
  #plainEnd(start: number): number {
    for (let at = start; at < this.#lineEnd; at++) {
      const unit = this.#text.charCodeAt(at);
      if (unit === COLON && this.#isGap(at + 1)) return at;
      if (unit === HASH && this.#text.charCodeAt(at - 1) === SPACE) return at;
    }
    return this.#lineEnd;
  }

  #quoted(start: number, depth: number): Read<Scalar> {
    this.#spend(depth);
    const end = this.#quotedEnd(start);
    const inner = this.#text.slice(start + 1, end - 1);
    const isDouble = this.#text.charCodeAt(start) === DOUBLE_QUOTE;
    const value = isDouble
      ? inner.replace(/\\(.)/g, (_, letter: string) => ESCAPES.get(letter) ?? giveUp())
      : inner.replaceAll("''", "'");
    const style: ScalarStyle = isDouble ? 'double' : 'single';
    return { tree: { kind: 'scalar', type: 'string', value, style, at: this.#origin(start, end) }, next: end };
  }

  #quotedEnd(start: number): number {
    const quote = this.#text.charCodeAt(start);
    for (let at = start + 1; at < this.#lineEnd; at++) {
      const unit = this.#text.charCodeAt(at);
      if (unit === BACKSLASH && quote === DOUBLE_QUOTE) at++;
      else if (unit === quote) {
        if (quote === DOUBLE_QUOTE || this.#text.charCodeAt(at + 1) !== SINGLE_QUOTE) return at + 1;
        at++;
      }
    }
    return giveUp();
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
      const value = this.#flow(this.#skipSpaces(key.next + 1), depth + 1);
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
    let at = this.#skipSpaces(start + 1);
    if (this.#text.charCodeAt(at) === close) return at + 1;
    for (;;) {
      at = this.#skipSpaces(read(at));
      const unit = this.#text.charCodeAt(at);
      if (unit === close) return at + 1;
      if (unit !== COMMA) giveUp();
      at = this.#skipSpaces(at + 1);
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
    if (!this.#isOver(start + (isStripped ? 2 : 1))) giveUp();
    const { lines, end } = this.#blockLines(indent);
    // Blank lines, and lines that stand further in, are not folded.
    if (isFolded && lines.some((line) => line === '' || line.startsWith(' ') || line.endsWith(' '))) giveUp();
    this.#advance();
    if (this.#indent > indent) giveUp();
    const value = lines.join(isFolded ? ' ' : '\n') + (isStripped ? '' : '\n');
    const style: ScalarStyle = isFolded ? 'folded' : 'literal';
    return { kind: 'scalar', type: 'string', value, style, at: this.#origin(start, end) };
  }

  #blockLines(outer: number): { readonly lines: readonly string[]; readonly end: number } {
    const text = this.#text;
    const lines: string[] = [];
    let [indent, blank, end] = [0, 0, 0];
    while (this.#nextLine < text.length) {
      const start = this.#nextLine;
      const at = this.#skipSpaces(start);
      this.#beginLine(at);
      if (text.charCodeAt(this.#lineEnd) === CARRIAGE_RETURN || this.#nextLine === this.#lineEnd) giveUp();
      if (at === this.#lineEnd) {
        if (lines.length === 0 || at - start > indent) giveUp();
        blank++;
        continue;
      }
      if (lines.length === 0) indent = at - start;
      if (at - start < indent || indent <= outer) {
        this.#nextLine = start;
        break;
      }
      for (; blank > 0; blank--) lines.push('');
      lines.push(text.slice(start + indent, this.#lineEnd));
      end = this.#skipSpacesBack(at, this.#lineEnd);
    }
    if (lines.length === 0) giveUp();
    return { lines, end };
  }
}
