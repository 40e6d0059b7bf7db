/** What is no YAML, in plain words, and what is YAML but not to Docker's library. No message quotes the text: it may hold a secret. */
import type { CST, Document, ErrorCode, YAMLParseError } from 'yaml';
import type { LimitName } from './limits.js';
import type { Range } from './text.js';

export interface ParseProblem {
  readonly message: string;
  readonly at: Range;
  /** The limit that it comes from. */
  readonly limit?: LimitName;
}

interface Mistake {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Docker's library ends a line at a lone carriage return, NEL, LS and PS, too. Each is one unit, as LF is, so that
 * offsets stay what they are.
 */
export function uniformBreaks(text: string): string {
  return /[\r\u0085\u2028\u2029]/.test(text) ? text.replace(/\r(?!\n)|[\u0085\u2028\u2029]/g, '\n') : text;
}

const MESSAGES: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias cannot have an anchor or a tag',
  BAD_ALIAS: 'this is no valid alias or anchor',
  BAD_COLLECTION_TYPE: '',
  BAD_DIRECTIVE: 'this directive is not understood',
  BAD_DQ_ESCAPE: 'unknown escape in a double-quoted string: write the backslash twice, or use single quotes',
  BAD_INDENT: 'wrong indentation: this line does not line up with the others of its block',
  BAD_PROP_ORDER: 'an anchor or tag is in the wrong place',
  BAD_SCALAR_START: 'a value cannot begin with this character: quote it',
  BLOCK_AS_IMPLICIT_KEY: 'a block cannot begin here: a value may be missing its quotes, or this line its indentation',
  BLOCK_IN_FLOW: 'a block cannot stand inside brackets or braces',
  DUPLICATE_KEY: '',
  IMPOSSIBLE: 'this is not understood',
  // Docker's library takes keys of any length.
  KEY_OVER_1024_CHARS: '',
  MISSING_CHAR: 'something is missing here: a closing bracket, brace or quote, a comma, a colon or a space',
  MULTILINE_IMPLICIT_KEY: 'a key must be on one line: a colon or a closing quote may be missing',
  MULTIPLE_ANCHORS: 'a value can have one anchor only',
  MULTIPLE_DOCS: '',
  MULTIPLE_TAGS: 'a value can have one tag only',
  NON_STRING_KEY: '',
  RESOURCE_EXHAUSTION: 'too deeply nested',
  TAB_AS_INDENT: 'a tab cannot indent: use spaces',
  TAG_RESOLVE_FAILED: '',
  UNEXPECTED_TOKEN: 'this is not expected here',
};

/** What the library's codes take together with other mistakes, told by its words; where those change, the code's message stands in. */
const OPEN: readonly (readonly [words: RegExp, message: string])[] = [
  [/\bend with a [\]}]$/, 'a bracket or brace is still open here: close it, or indent this line'],
  [/^Missing closing ["']/, 'a quote is still open here'],
];

/** A message for an error of the library; empty for what is no error to Docker, or is checked elsewhere. */
export function explain({ code, message }: Pick<YAMLParseError, 'code' | 'message'>): string {
  const open = OPEN.find(([words]) => words.test(message));
  return open?.[1] ?? MESSAGES[code] ?? 'this is not understood';
}

/** DEL and NEL are allowed, as tabs and line breaks are. */
const CONTROL = /(?![\t\n\r\u007f\u0085])\p{Cc}|[\ufffe\uffff]/gu;

export interface YamlStream {
  readonly documents: readonly Document.Parsed[];
  /** What stands in front of each document, and behind the last. */
  readonly directives: readonly (readonly CST.Directive[])[];
}

/** `opaque`: scalars and flow collections, in which tabs and escapes mean something else. */
export function* refusals(
  text: string,
  { documents, directives }: YamlStream,
  opaque: readonly { readonly start: number; readonly end: number }[],
): Generator<Mistake> {
  for (const { index } of text.matchAll(CONTROL)) {
    yield { message: 'control characters are not allowed', start: index, end: index + 1 };
  }
  for (const ofDocument of directives) yield* wrongDirective(ofDocument);
  for (const [index, document] of documents.entries()) {
    const [start] = document.range;
    const version = document.directives.yaml;
    if (version.explicit && version.version !== '1.1') {
      yield { message: 'found incompatible YAML document: a %YAML directive other than 1.1', start, end: start };
    }
    if (index > 0 && document.directives.docStart !== true) {
      yield { message: "a further document must begin with '---'", start, end: start };
    }
  }
  for (const { start, end } of opaque) {
    if (text.charAt(start) !== '"') continue;
    for (let index = start + 1; index < end; index++) {
      if (text.charAt(index) !== '\\') continue;
      if (text.charAt(index + 1) === '/') yield { message: MESSAGES.BAD_DQ_ESCAPE, start: index, end: index + 2 };
      index++;
    }
  }
  yield* tabs(text, opaque);
}

/** The first, where Docker's library ends; the library takes what it does not know for a warning, and the last of several. */
function* wrongDirective(directives: readonly CST.Directive[]): Generator<Mistake> {
  const known = new Set<string>();
  for (const { offset, source } of directives) {
    const [name = '', handle = ''] = source.slice(1).split(/[ \t]+/, 2);
    const defined = name === 'TAG' ? handle : name;
    const message = directiveMistake(name, known.has(defined));
    known.add(defined);
    if (message === undefined) continue;
    yield { message, start: offset, end: offset + source.length };
    return;
  }
}

function directiveMistake(name: string, isThere: boolean): string | undefined {
  if (name === '') return 'could not find expected directive name';
  if (name !== 'YAML' && name !== 'TAG') return 'found unknown directive name';
  return isThere ? `found duplicate %${name} directive` : undefined;
}

/** A tab alone on a line, or after a dash: white space to YAML, a mistake to Docker's library. */
function* tabs(text: string, opaque: readonly { readonly start: number; readonly end: number }[]): Generator<Mistake> {
  if (!text.includes('\t')) return;
  const ranges = [...opaque].sort((a, b) => a.start - b.start);
  let next = 0;
  let covered = -1;
  for (const match of text.matchAll(/^ *(?:- +)*-?\t[ \t]*(?=\r?$|[^\s#])/gm)) {
    const tab = match.index + match[0].indexOf('\t');
    for (let range = ranges[next]; range && range.start <= tab; range = ranges[++next]) {
      covered = Math.max(covered, range.end);
    }
    if (tab >= covered) yield { message: MESSAGES.TAB_AS_INDENT, start: tab, end: tab + 1 };
  }
}
