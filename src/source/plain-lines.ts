/** Walking over the lines of a plain text, for the quick reader: where content begins and ends, and what it begins with. */

const NOT_PLAIN = new Error('not plain');

/** Leaves the text to the full reader. */
export function giveUp(): never {
  throw NOT_PLAIN;
}

/** What `read` gives; `undefined` where it gave up. */
export function unlessGivenUp<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (error !== NOT_PLAIN) throw error;
    return undefined;
  }
}

function code(character: string): number {
  return character.charCodeAt(0);
}

const [SPACE, HASH, BACKSLASH, CARRIAGE_RETURN] = [code(' '), code('#'), code('\\'), code('\r')];
export const [DASH, COLON, COMMA, DOUBLE_QUOTE, SINGLE_QUOTE] = [code('-'), code(':'), code(','), code('"'), code("'")];
export const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [code('['), code(']'), code('{'), code('}')];
export const [LITERAL, FOLDED] = [code('|'), code('>')];

/** What begins something other than a plain scalar, or may. */
export const INDICATORS: ReadonlySet<number> = new Set(Array.from('?:,[]{}#&*!|>\'"%@`', code));

/** A place in a text that moves from line to line of content. */
export class PlainLines {
  /** Where the content of the present line begins, and in which column, counted from 0; -1 at the end of the text. */
  at = 0;
  indent = -1;
  /** Where the line ends, its line break not counted, and where the next one begins. */
  #lineEnd = 0;
  #nextLine = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** On to the next line that is neither blank nor a comment. */
  advance(): void {
    const text = this.#text;
    while (this.#nextLine < text.length) {
      const start = this.#nextLine;
      this.at = this.skipSpaces(start);
      this.#beginLine(this.at);
      if (this.at === this.#lineEnd || text.charCodeAt(this.at) === HASH) continue;
      this.indent = this.at - start;
      return;
    }
    this.indent = -1;
  }

  #beginLine(at: number): void {
    const lineFeed = this.#text.indexOf('\n', at);
    this.#nextLine = lineFeed < 0 ? this.#text.length : lineFeed + 1;
    const end = lineFeed < 0 ? this.#text.length : lineFeed;
    this.#lineEnd = end > at && this.#text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
  }

  skipSpaces(from: number): number {
    let at = from;
    while (this.#text.charCodeAt(at) === SPACE) at++;
    return at;
  }

  skipSpacesBack(start: number, from: number): number {
    let at = from;
    while (at > start && this.#text.charCodeAt(at - 1) === SPACE) at--;
    return at;
  }

  isGap(at: number): boolean {
    return at >= this.#lineEnd || this.#text.charCodeAt(at) === SPACE;
  }

  /** Whether nothing but a comment is left of the line. */
  isOver(from: number): boolean {
    const at = this.skipSpaces(from);
    return at >= this.#lineEnd || (at > from && this.#text.charCodeAt(at) === HASH);
  }

  endLine(from: number): void {
    if (!this.isOver(from)) giveUp();
    this.advance();
  }

  isDash(): boolean {
    return this.#text.charCodeAt(this.at) === DASH && this.isGap(this.at + 1);
  }

  isKey(at: number): boolean {
    const unit = this.#text.charCodeAt(at);
    if (unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE) {
      return this.#text.charCodeAt(this.skipSpaces(this.quotedEnd(at))) === COLON;
    }
    return !INDICATORS.has(unit) && this.#text.charCodeAt(this.plainEnd(at)) === COLON;
  }

  /** At the colon that makes it a key, or at a comment, or at the end of the line. */
  plainEnd(start: number): number {
    for (let at = start; at < this.#lineEnd; at++) {
      const unit = this.#text.charCodeAt(at);
      if (unit === COLON && this.isGap(at + 1)) return at;
      if (unit === HASH && this.#text.charCodeAt(at - 1) === SPACE) return at;
    }
    return this.#lineEnd;
  }

  quotedEnd(start: number): number {
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

  blockLines(outer: number): { readonly lines: readonly string[]; readonly end: number } {
    const text = this.#text;
    const lines: string[] = [];
    let [indent, blank, end] = [0, 0, 0];
    while (this.#nextLine < text.length) {
      const start = this.#nextLine;
      const at = this.skipSpaces(start);
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
      end = this.skipSpacesBack(at, this.#lineEnd);
    }
    if (lines.length === 0) giveUp();
    return { lines, end };
  }
}
