/**
 * Splits a YAML text into tokens. It follows the scanner of libyaml (Kirill Simonov, MIT licence) in the state in which
 * Docker's Go YAML library has it, because what Docker accepts is what counts here: flow collections and quoted scalars
 * need no indentation, keys may be of any length, `\/` is no escape, tabs are no indentation.
 */
import {
  breakLength,
  isAnchorUnit,
  isBlank,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  isDocumentMarker,
  isFlowIndicator,
} from './yaml-characters.js';
import { blockScalar, collector, escapeAt, flowScalarValue } from './yaml-text.js';

export type TokenKind =
  | 'stream-end'
  | 'version'
  | 'tag-directive'
  | 'document-start'
  | 'document-end'
  | 'sequence-start'
  | 'mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'flow-entry'
  | 'entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar'
  | 'error';

export type TextStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly column: number;
  /** A scalar's value, an anchor's name, the handle of a tag, the message of an error. */
  readonly text: string;
  /** What follows a tag's handle, the prefix of a tag directive. */
  readonly suffix: string;
  readonly style: TextStyle;
  /** Set when a `:` has shown the token to begin a key, and that key to begin a mapping. */
  beginsKey: boolean;
  beginsMapping: boolean;
}

export interface Mistake {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Scanning or parsing cannot go on as it was. */
export class YamlFailure extends Error {
  readonly mistake: Mistake;

  constructor(mistake: Mistake) {
    super(mistake.message);
    this.mistake = mistake;
  }
}

/** Where a key without `?` may have begun. */
interface SimpleKey {
  readonly possible: boolean;
  /** In a block mapping, at the column of its keys: there can be nothing but a key. */
  readonly required: boolean;
  readonly tokenNumber: number;
  readonly start: number;
  readonly lineStart: number;
  readonly column: number;
  readonly flowLevel: number;
}

const NO_KEY: SimpleKey = {
  possible: false,
  required: false,
  tokenNumber: 0,
  start: 0,
  lineStart: 0,
  column: 0,
  flowLevel: 0,
};
const DEEPEST_FLOW = 10_000;

export class Scanner {
  readonly comments: { readonly start: number; readonly end: number }[] = [];
  private readonly text: string;
  private readonly report: (mistake: Mistake) => void;
  private at: number;
  private lineStart: number;
  private tokens: Token[] = [];
  private head = 0;
  /** Tokens that left the queue's array. */
  private dropped = 0;
  private indent = -1;
  private indents: number[] = [];
  private flowLevel = 0;
  private keyAllowed = true;
  private key: SimpleKey = NO_KEY;
  private keys: SimpleKey[] = [];
  private lastKind: TokenKind | undefined;
  /** A line ended since the last token. */
  private brokeLine = true;

  constructor(text: string, report: (mistake: Mistake) => void) {
    this.text = text;
    this.report = report;
    this.at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.lineStart = this.at;
  }

  /** The next token, which stays the next. */
  peek(): Token {
    for (;;) {
      const token = this.tokens[this.head];
      if (token && !this.mayBecomeKey()) return token;
      this.fetchOrFail();
    }
  }

  skip(): void {
    this.head += 1;
    if (this.head < 512) return;
    this.tokens.splice(0, this.head);
    this.dropped += this.head;
    this.head = 0;
  }

  /** How far the text was read. */
  get position(): number {
    return this.at;
  }

  /**
   * Goes on at the next line behind `from` that is indented by at most the innermost of the open block collections'
   * columns, or at the next document marker.
   */
  resume(from: number, columns: readonly number[]): void {
    this.dropped += this.tokens.length;
    this.tokens = [];
    this.head = 0;
    this.indents = [-1, ...columns];
    this.indent = this.indents.pop() ?? -1;
    this.flowLevel = 0;
    this.keyAllowed = true;
    this.key = NO_KEY;
    this.keys = [];
    this.lastKind = undefined;
    this.brokeLine = true;
    this.at = from;
    do this.skipLine();
    while (!this.isResumable());
  }

  private skipLine(): void {
    while (!isBreakOrEnd(this.unit())) this.at += 1;
    if (isBreak(this.unit())) this.lineBreak();
  }

  private isResumable(): boolean {
    if (this.at >= this.text.length || isDocumentMarker(this.text, this.at)) return true;
    let first = this.at;
    while (this.text.charCodeAt(first) === 0x20) first += 1;
    const unit = this.text.charCodeAt(first);
    return !isBreakOrEnd(unit) && unit !== 0x23 && first - this.at <= this.indent;
  }

  private unit(ahead = 0): number {
    return this.text.charCodeAt(this.at + ahead);
  }

  private get column(): number {
    return this.at - this.lineStart;
  }

  private lineBreak(): void {
    this.at += breakLength(this.text, this.at);
    this.lineStart = this.at;
    this.brokeLine = true;
  }

  private fail(message: string, start = this.at, end = Math.min(start + 1, this.text.length)): never {
    throw new YamlFailure({ message, start, end });
  }

  private push(
    kind: TokenKind,
    start: number,
    details: Partial<Pick<Token, 'column' | 'text' | 'suffix' | 'style'>> = {},
  ): void {
    this.tokens.push({
      kind,
      start,
      end: this.at,
      column: details.column ?? start - this.lineStart,
      text: details.text ?? '',
      suffix: details.suffix ?? '',
      style: details.style ?? 'plain',
      beginsKey: false,
      beginsMapping: false,
    });
    this.lastKind = kind;
    this.brokeLine = false;
  }

  private mayBecomeKey(): boolean {
    const first = this.keys[0] ?? this.key;
    return first.possible && first.tokenNumber === this.dropped + this.head;
  }

  private fetchOrFail(): void {
    try {
      this.fetch();
    } catch (error) {
      if (!(error instanceof YamlFailure)) throw error;
      const { message, start, end } = error.mistake;
      this.key = NO_KEY;
      this.keys = [];
      this.push('error', start, { text: message });
      const token = this.tokens.pop();
      if (token) this.tokens.push({ ...token, end });
    }
  }

  private fetch(): void {
    this.skipToToken();
    this.unroll(this.column);
    const unit = this.unit();
    const blankFollows = isBlankOrEnd(this.unit(1));
    if (Number.isNaN(unit)) return this.fetchStreamEnd();
    if (this.column === 0 && unit === 0x25) return this.fetchDirective();
    if (this.column === 0 && isDocumentMarker(this.text, this.at)) return this.fetchDocumentMarker();
    switch (this.text.charAt(this.at)) {
      case '[':
        return this.fetchFlowStart('flow-sequence-start');
      case '{':
        return this.fetchFlowStart('flow-mapping-start');
      case ']':
        return this.fetchFlowEnd('flow-sequence-end');
      case '}':
        return this.fetchFlowEnd('flow-mapping-end');
      case ',':
        this.removeKey();
        this.keyAllowed = true;
        return this.fetchIndicator('flow-entry');
      case '-':
        if (blankFollows) return this.fetchEntry();
        break;
      case '?':
        if (blankFollows) return this.fetchKey();
        break;
      case ':':
        if (blankFollows || (this.flowLevel > 0 && !this.atSequenceItem())) return this.fetchValue();
        break;
      case '*':
        return this.fetchAnchor('alias');
      case '&':
        return this.fetchAnchor('anchor');
      case '!':
        return this.fetchTag();
      case '|':
      case '>':
        if (this.flowLevel === 0) return this.fetchBlockScalar();
        this.fail(`a block scalar cannot stand inside of [] or {}`);
        break;
      case "'":
      case '"':
        return this.fetchQuoted();
      case '\t':
        return this.fail('a tab cannot be used as indentation');
      case '%':
      case '@':
      case '`':
        return this.fail(`a plain value cannot begin with ${this.text.charAt(this.at)}; put it in quotes`);
    }
    return this.fetchPlain();
  }

  private skipToToken(): void {
    // Behind a token, a tab may come before a comment even where it could be taken for indentation.
    if (!this.brokeLine && this.lastKind !== 'entry') {
      let ahead = this.at;
      while (isBlank(this.text.charCodeAt(ahead))) ahead += 1;
      if (this.text.charCodeAt(ahead) === 0x23) this.at = ahead;
    }
    for (;;) {
      while (this.unit() === 0x20 || (this.unit() === 0x09 && (this.flowLevel > 0 || !this.keyAllowed))) this.at += 1;
      if (this.unit() === 0x23) this.skipComments();
      if (!isBreak(this.unit())) return;
      this.lineBreak();
      if (this.flowLevel === 0) this.keyAllowed = true;
    }
  }

  /** A comment and those on the lines below it, which may be indented by tabs. */
  private skipComments(): void {
    for (;;) {
      const start = this.at;
      while (!isBreakOrEnd(this.unit())) this.at += 1;
      const last = this.comments.at(-1);
      if (!last || last.start < start) this.comments.push({ start, end: this.at });
      let ahead = this.at;
      while (isBlank(this.text.charCodeAt(ahead)) || isBreak(this.text.charCodeAt(ahead))) ahead += 1;
      if (this.text.charCodeAt(ahead) !== 0x23) return;
      while (this.at < ahead) {
        if (isBreak(this.unit())) this.lineBreak();
        else this.at += 1;
      }
    }
  }

  private atSequenceItem(): boolean {
    return this.lastKind === 'flow-entry' || this.lastKind === 'flow-sequence-start';
  }

  private saveKey(): void {
    if (!this.keyAllowed) return;
    this.removeKey();
    this.key = {
      possible: true,
      required: this.flowLevel === 0 && this.indent === this.column,
      tokenNumber: this.dropped + this.tokens.length,
      start: this.at,
      lineStart: this.lineStart,
      column: this.column,
      flowLevel: this.flowLevel,
    };
  }

  private removeKey(): void {
    if (this.key.required)
      this.fail("a ':' is missing behind this key", this.key.start, this.endOfLine(this.key.start));
    this.key = NO_KEY;
  }

  private endOfLine(start: number): number {
    let end = start;
    while (!isBreakOrEnd(this.text.charCodeAt(end))) end += 1;
    while (end > start && isBlank(this.text.charCodeAt(end - 1))) end -= 1;
    return end;
  }

  private roll(column: number): boolean {
    if (this.flowLevel > 0 || this.indent >= column) return false;
    this.indents.push(this.indent);
    this.indent = column;
    return true;
  }

  private unroll(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.push('block-end', this.at);
      this.indent = this.indents.pop() ?? -1;
      this.brokeLine = true;
    }
  }

  private fetchIndicator(kind: TokenKind): void {
    const start = this.at;
    this.at += 1;
    this.push(kind, start);
  }

  private fetchStreamEnd(): void {
    this.unroll(-1);
    this.removeKey();
    this.keys = [];
    this.keyAllowed = false;
    this.push('stream-end', this.at);
  }

  private fetchDirective(): void {
    this.unroll(-1);
    this.removeKey();
    this.keyAllowed = false;
    const start = this.at;
    const end = this.endOfLine(start);
    const line = this.text.slice(start, end);
    const [version, major, minor] = /^%YAML[ \t]+([0-9]{1,2})\.([0-9]{1,2})(?=[ \t]*(?:$|#))/.exec(line) ?? [];
    const [tag, handle, prefix] =
      /^%TAG[ \t]+(!(?:[0-9A-Za-z_-]*!)?)[ \t]+([0-9A-Za-z_;/?:@&=+$.!~*'()%,[\]{}-]+)(?:[ \t]*$|[ \t]+#)/.exec(line) ??
      [];
    if (version !== undefined) {
      this.at = end;
      this.push('version', start, { text: `${Number(major)}.${Number(minor)}` });
    } else if (tag !== undefined) {
      this.at = end;
      this.push('tag-directive', start, { text: handle ?? '', suffix: prefix ?? '' });
    } else {
      this.fail('this directive is not known or not complete', start, end);
    }
  }

  private fetchDocumentMarker(): void {
    this.unroll(-1);
    this.removeKey();
    this.keyAllowed = false;
    const start = this.at;
    this.at += 3;
    this.push(this.text.charCodeAt(start) === 0x2d ? 'document-start' : 'document-end', start);
  }

  private fetchFlowStart(kind: TokenKind): void {
    this.saveKey();
    if (this.flowLevel >= DEEPEST_FLOW) this.fail('too many nested [] and {}');
    this.flowLevel += 1;
    if (this.key.possible) this.keys.push(this.key);
    this.key = NO_KEY;
    this.keyAllowed = true;
    this.fetchIndicator(kind);
  }

  private fetchFlowEnd(kind: TokenKind): void {
    this.removeKey();
    if (this.flowLevel > 0) {
      this.flowLevel -= 1;
      const outer = this.keys.at(-1);
      if (outer?.flowLevel === this.flowLevel) {
        this.key = outer;
        this.keys.pop();
      }
    }
    this.keyAllowed = false;
    this.fetchIndicator(kind);
  }

  private fetchEntry(): void {
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) this.fail("a '-' cannot begin a list here");
      if (this.roll(this.column)) this.push('sequence-start', this.at);
    }
    this.removeKey();
    this.keyAllowed = true;
    this.fetchIndicator('entry');
  }

  private fetchKey(): void {
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) this.fail("a '?' cannot begin a key here");
      if (this.roll(this.column)) this.push('mapping-start', this.at);
    }
    this.removeKey();
    this.keyAllowed = this.flowLevel === 0;
    this.fetchIndicator('key');
  }

  private fetchValue(): void {
    const { key } = this;
    if (key.possible && key.lineStart === this.lineStart) {
      const token = this.tokens[key.tokenNumber - this.dropped];
      if (token) {
        token.beginsKey = true;
        token.beginsMapping = this.roll(key.column);
      }
      this.key = NO_KEY;
      this.keyAllowed = false;
    } else {
      if (this.flowLevel === 0) {
        if (!this.keyAllowed) this.fail("a ':' cannot stand here; quote the value or check the indentation");
        if (this.roll(this.column)) this.push('mapping-start', this.at);
      }
      this.keyAllowed = this.flowLevel === 0;
    }
    this.fetchIndicator('value');
  }

  private fetchAnchor(kind: 'alias' | 'anchor'): void {
    this.saveKey();
    this.keyAllowed = false;
    const start = this.at;
    this.at += 1;
    while (isAnchorUnit(this.unit())) this.at += 1;
    const next = this.unit();
    const isEnded = isBlankOrEnd(next) || next === 0x3a || next === 0x2c || next === 0x5d || next === 0x7d;
    if (this.at === start + 1 || !isEnded)
      this.fail(`the name of an ${kind} is empty or has a character it cannot have`, start, this.at);
    this.push(kind, start, { text: this.text.slice(start + 1, this.at) });
  }

  private fetchTag(): void {
    this.saveKey();
    this.keyAllowed = false;
    const start = this.at;
    const pattern = /!<([^\s<>]+)>|(!(?:[0-9A-Za-z_-]*!)?)([0-9A-Za-z_;/?:@&=+$.!~*'()%-]*)/y;
    pattern.lastIndex = start;
    const [all = '!', verbatim, handle = '', suffix = ''] = pattern.exec(this.text) ?? [];
    this.at = start + all.length;
    if (!isBlankOrEnd(this.unit()))
      this.fail('a tag has a character it cannot have, or no space behind it', start, this.at + 1);
    if (verbatim !== undefined) this.push('tag', start, { suffix: verbatim });
    else if (handle.length > 1 && suffix === '') this.fail('a tag needs a name behind its handle', start, this.at);
    else if (suffix === '') this.push('tag', start, { suffix: '!' });
    else this.push('tag', start, { text: handle, suffix });
  }

  private fetchBlockScalar(): void {
    this.removeKey();
    this.keyAllowed = true;
    const start = this.at;
    const sink = collector(this.text);
    const scan = blockScalar(this.text, start, this.text.length, this.indent, sink);
    if (scan.comment) this.comments.push(scan.comment);
    if (scan.error) this.report({ message: scan.error.message, start: scan.error.at, end: scan.error.at + 1 });
    const column = this.column;
    this.at = scan.end;
    this.push('scalar', start, {
      column,
      text: sink.value(),
      style: this.text.charCodeAt(start) === 0x7c ? 'literal' : 'folded',
    });
    this.at = scan.next;
    this.lineStart = scan.lineStart;
    this.brokeLine = true;
  }

  private fetchQuoted(): void {
    this.saveKey();
    this.keyAllowed = false;
    const start = this.at;
    const { column } = this;
    const style = this.text.charCodeAt(start) === 0x27 ? 'single' : 'double';
    const isLiteral = this.skipQuoted(style);
    let text = this.text.slice(start + 1, this.at - 1);
    if (!isLiteral) {
      const sink = collector(this.text);
      flowScalarValue(this.text, start + 1, this.at - 1, style, sink);
      text = sink.value();
    }
    this.push('scalar', start, { column, text, style });
  }

  /** Moves behind the closing quote; true if the value is the text between the quotes as it stands. */
  private skipQuoted(style: 'single' | 'double'): boolean {
    const start = this.at;
    const quote = this.unit();
    let isLiteral = true;
    this.at += 1;
    for (;;) {
      const unit = this.unit();
      if (Number.isNaN(unit)) this.fail('the quote is never closed', start, this.endOfLine(start));
      if (unit === quote) {
        if (style === 'double' || this.unit(1) !== quote) break;
        isLiteral = false;
        this.at += 2;
      } else if (isBreak(unit)) {
        isLiteral = false;
        this.lineBreak();
        if (isDocumentMarker(this.text, this.at))
          this.fail('the quote is not closed in its document', start, this.endOfLine(start));
      } else if (unit === 0x5c && style === 'double' && isBreak(this.unit(1))) {
        this.at += 1;
      } else if (unit === 0x5c && style === 'double') {
        isLiteral = false;
        const escape = escapeAt(this.text, this.at);
        if (escape.value === undefined && this.at + 1 < this.text.length)
          this.report({
            message: 'this escape sequence is not known; in double quotes a backslash is written as \\\\',
            start: this.at,
            end: this.at + 2,
          });
        this.at = Math.min(this.text.length, this.at + escape.length);
      } else {
        this.at += 1;
      }
    }
    this.at += 1;
    return isLiteral;
  }

  private fetchPlain(): void {
    this.saveKey();
    this.keyAllowed = false;
    const start = this.at;
    const { column } = this;
    const { end, isFolded } = this.skipPlain();
    let text = this.text.slice(start, end);
    if (isFolded) {
      const sink = collector(this.text);
      flowScalarValue(this.text, start, end, 'plain', sink);
      text = sink.value();
    }
    const next = this.at;
    const { brokeLine } = this;
    this.at = end;
    this.push('scalar', start, { column, text });
    this.at = next;
    this.brokeLine = brokeLine;
    if (brokeLine) this.keyAllowed = true;
  }

  private skipPlain(): { readonly end: number; readonly isFolded: boolean } {
    const start = this.at;
    let { end, isFolded } = { end: start, isFolded: false };
    this.brokeLine = false;
    for (;;) {
      if ((this.column === 0 && isDocumentMarker(this.text, this.at)) || this.unit() === 0x23) break;
      const wordStart = this.at;
      while (!isBlankOrEnd(this.unit()) && !this.endsPlain()) this.at += 1;
      if (this.at > wordStart) {
        if (this.brokeLine) isFolded = true;
        this.brokeLine = false;
        end = this.at;
      }
      if (!isBlank(this.unit()) && !isBreak(this.unit())) break;
      while (isBlank(this.unit()) || isBreak(this.unit())) {
        if (isBreak(this.unit())) {
          this.lineBreak();
          continue;
        }
        if (this.brokeLine && this.column <= this.indent && this.unit() === 0x09)
          this.fail('a tab cannot be used as indentation');
        this.at += 1;
      }
      if (this.flowLevel === 0 && this.column <= this.indent) break;
    }
    return { end, isFolded };
  }

  private endsPlain(): boolean {
    const unit = this.unit();
    if (unit === 0x3a) return isBlankOrEnd(this.unit(1));
    if (this.flowLevel === 0) return false;
    return isFlowIndicator(unit) || (unit === 0x3f && isBlankOrEnd(this.unit(1)));
  }
}
