/**
 * `.env` files as Docker Compose reads them: a dialect of its own, with `:` beside `=`, values in quotes that span lines,
 * escapes, and variables that use the ones above. What looks like a mistake here is Compose's.
 */
import type { Range, SourceText } from '../source/text.js';
import type { Mode } from './project.js';
import { type Lookup, substitute, type UnknownPart, unknownParts, type VariableValue } from './template.js';

export type Earlier = ReadonlyMap<string, VariableValue>;

export interface DotenvEntry {
  readonly name: string;
  readonly value: string;
  /** The name. */
  readonly at: Range;
  /** The value with its quotes; the name where the value is taken from the environment. */
  readonly valueAt: Range;
  /** In `analysis` mode: the parts of the value that stand for variables which are not set. */
  readonly unknown: readonly UnknownPart[];
}

export interface DotenvError {
  /** In Compose's words, without the text that may be a secret. */
  readonly message: string;
  readonly at: Range;
}

export interface Dotenv {
  /** In the order of the file; of entries with one name the last holds. */
  readonly entries: readonly DotenvEntry[];
  /** Variables that values use and nobody sets; Compose warns about them. Empty in `analysis` mode. */
  readonly unset: readonly { readonly name: string; readonly at: Range }[];
  /** Where Compose gives up. The entries are those before. */
  readonly error: DotenvError | undefined;
}

/**
 * `lookup`: the variables that win over those of the file, both for `${V}` and for a name that stands alone. `earlier`:
 * those of files read before, which `${V}` sees until this file has its own.
 */
export function parseDotenv(source: SourceText, lookup: Lookup, mode: Mode, earlier: Earlier = new Map()): Dotenv {
  const reader = new DotenvReader(source, lookup, mode, earlier);
  try {
    reader.read();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { entries: reader.entries, unset: reader.unset, error: error.details };
  }
  return { entries: reader.entries, unset: reader.unset, error: undefined };
}

class Failure extends Error {
  readonly details: DotenvError;

  constructor(details: DotenvError) {
    super(details.message);
    this.details = details;
  }
}

/** Of all values together, in UTF-16 units, beyond the length of the file: variables may hold variables. */
const LONGEST_GROWTH = 4_000_000;

// Go's `unicode.IsSpace`; `\s` of JavaScript has U+FEFF and lacks U+0085.
const SPACE = '\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const SPACES = new RegExp(`[${SPACE}]*`, 'y');
/** What most names are made of; told apart without Unicode's tables, which take long to load. */
const PLAIN_NAME = /\w*/y;
/** Space, but no line feed. */
const BLANKS = /[\t\v\f\r \u0085\u00a0]*/y;
const EXPORT = /export(?=[\t\n\f\r ])/y;

let nameCharacter: RegExp | undefined;

function mayStandInName(character: string): boolean {
  nameCharacter ??= new RegExp(`[${SPACE}_.\\-[\\]\\p{L}\\p{N}]`, 'u');
  return nameCharacter.test(character) && !isExoticSpace(character);
}

class DotenvReader {
  readonly entries: DotenvEntry[] = [];
  readonly unset: { readonly name: string; readonly at: Range }[] = [];
  private readonly source: SourceText;
  private readonly text: string;
  private readonly lookup: Lookup;
  private readonly mode: Mode;
  private readonly known: Map<string, VariableValue>;
  private at: number;
  /** As Compose counts, which is not always what an editor shows. */
  private line = 1;
  private growth: number;

  constructor(source: SourceText, lookup: Lookup, mode: Mode, earlier: Earlier) {
    this.source = source;
    this.known = new Map(earlier);
    this.text = source.text;
    this.lookup = lookup;
    this.mode = mode;
    this.at = source.text.startsWith('\ufeff') ? 1 : 0;
    this.growth = -source.text.length;
  }

  read(): void {
    while (this.atStatement()) this.statement();
  }

  private atStatement(): boolean {
    for (;;) {
      const end = this.matchEnd(SPACES, this.at);
      for (let at = this.at; at < end; at++) if (this.text.charCodeAt(at) === 0x0a) this.line += 1;
      this.at = end;
      if (this.at >= this.text.length) return false;
      if (this.text.charAt(this.at) !== '#') return true;
      this.at = this.lineEnd(this.at);
    }
  }

  private statement(): void {
    const exportEnd = this.matchEnd(EXPORT, this.at);
    if (exportEnd > this.at) this.at = this.matchEnd(BLANKS, exportEnd);
    const start = this.at;
    if (start >= this.text.length) this.fail('zero length string', this.range(start, start));
    const separator = this.separator(start);
    if (separator === undefined) {
      // A name that ends the file without a line feed: Compose takes the text for the value of a variable without name.
      const { value, unknown, range } = this.value();
      this.add('', value, this.range(start, start), range, unknown);
      return;
    }
    const isAlone = this.text.charAt(separator) === '\n';
    const written = this.text.slice(start, separator);
    if (isAlone && !written.includes(' ')) this.line += 1;
    const name = trimmedEnd(written);
    const at = this.range(start, start + name.length);
    if (name.includes(' ')) this.fail(`line ${this.line}: key cannot contain a space`, at);
    this.at = this.matchEnd(BLANKS, separator + 1);
    if (!isAlone) {
      const { value, unknown, range } = this.value();
      this.add(name, value, at, range, unknown);
      return;
    }
    const inherited = this.lookup(name);
    if (inherited) this.add(name, inherited.value, at, at, inherited.unknown ?? []);
  }

  /** The `=`, the `:` or the line feed behind a name; `undefined` where the file ends before. */
  private separator(start: number): number | undefined {
    for (let at = this.matchEnd(PLAIN_NAME, start); at < this.text.length; ) {
      const character = String.fromCodePoint(this.text.codePointAt(at) ?? 0);
      if (character === '=' || character === ':' || character === '\n') return at;
      if (!mayStandInName(character)) {
        const message = `line ${this.line}: unexpected character ${JSON.stringify(character)} in variable name`;
        this.fail(message, this.range(at, at + character.length));
      }
      at += character.length;
    }
    return undefined;
  }

  private value(): { readonly value: string; readonly unknown: readonly UnknownPart[]; readonly range: Range } {
    const start = this.at;
    const quote = this.text.charAt(start);
    if (quote === '"' || quote === "'") return this.quoted(quote);
    const lineEnd = this.lineEnd(start);
    this.at = Math.min(this.text.length, lineEnd + 1);
    this.line += 1;
    const line = this.text.slice(start, lineEnd);
    const comment = line.indexOf(' #');
    const text = trimmedEnd(comment < 0 ? line : line.slice(0, comment));
    const range = this.range(start, start + text.length);
    return { ...this.expanded(text, range), range };
  }

  private quoted(quote: '"' | "'"): {
    readonly value: string;
    readonly unknown: readonly UnknownPart[];
    readonly range: Range;
  } {
    const start = this.at;
    let text = '';
    let from = start + 1;
    for (let at = from; at < this.text.length; at++) {
      const character = this.text.charAt(at);
      if (character === '\n') this.line += 1;
      if (character === '\\') {
        // A quote loses the backslash before it, anything else keeps it.
        if (this.text.charAt(at + 1) === quote) {
          text += this.text.slice(from, at);
          from = at + 1;
        }
        if (this.text.charAt(at + 1) === '\n') this.line += 1;
        at += 1;
      } else if (character === quote) {
        text += this.text.slice(from, at);
        this.at = at + 1;
        const range = this.range(start, this.at);
        return quote === "'"
          ? { value: text, unknown: [], range }
          : { ...this.expanded(unescaped(text), range), range };
      }
    }
    return this.fail(`line ${this.line}: unterminated quoted value`, this.range(start, this.lineEnd(start)));
  }

  private expanded(text: string, at: Range): { readonly value: string; readonly unknown: readonly UnknownPart[] } {
    const lookup: Lookup = (name) => this.lookup(name) ?? this.known.get(name);
    const result = substitute(text, lookup, this.mode);
    if (!result.ok) return this.fail(result.kind === 'invalid' ? 'Invalid template' : result.error, at);
    for (const name of result.unset) this.unset.push({ name, at });
    return { value: result.value, unknown: unknownParts(result) };
  }

  private add(name: string, value: string, at: Range, valueAt: Range, unknown: readonly UnknownPart[]): void {
    this.growth += value.length;
    if (this.growth > LONGEST_GROWTH) this.fail('the values are too large once their variables are substituted', at);
    this.entries.push({ name, value, at, valueAt, unknown });
    this.known.set(name, { value, definition: valueAt, unknown });
  }

  private range(start: number, end: number): Range {
    return { source: this.source, start, end };
  }

  private lineEnd(start: number): number {
    const end = this.text.indexOf('\n', start);
    return end < 0 ? this.text.length : end;
  }

  private matchEnd(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return at + (pattern.exec(this.text)?.[0].length ?? 0);
  }

  private fail(message: string, at: Range): never {
    throw new Failure({ message, at });
  }
}

/** Space that cannot stand in or behind a name. */
function isExoticSpace(character: string): boolean {
  return /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(character);
}

const SPACE_CHARACTER = new RegExp(`[${SPACE}]`);

function trimmedEnd(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  if (last > 0x20 && last < 0x7f) return text;
  let end = text.length;
  while (end > 0 && SPACE_CHARACTER.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['"', '"'],
  ['\\', '\\'],
  // A dollar sign that begins no variable.
  ['$', '$$'],
]);

/** Escape sequences of double quotes. Octal ones need a 0 and three digits; with fewer they lose the 0. */
function unescaped(text: string): string {
  return text.replace(/\\(?:([abcfnrtv$"\\])|0([0-9]{0,3}))/g, (all, letter?: string, digits?: string) => {
    if (letter !== undefined) return ESCAPES.get(letter) ?? all;
    const code = digits?.length === 3 && /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
    return code <= 0xff ? String.fromCharCode(code) : `\\${digits}`;
  });
}
