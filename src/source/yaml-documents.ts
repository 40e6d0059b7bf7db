/** The parser of the `yaml` library, which lets lines inside of brackets and quotes begin anywhere where Docker's does. */
import { Composer, CST, type Document, Lexer, Parser } from 'yaml';
import type { LimitName } from './limits.js';
import type { YamlLimits } from './yaml.js';
import { explain, type YamlStream } from './yaml-refusals.js';

/** Going on would cost more than any real file needs. */
export class LimitExceeded extends Error {
  constructor(
    message: string,
    readonly at: number,
    /** The limit that would have to be moved. */
    readonly limit?: LimitName,
  ) {
    super(message);
  }
}

export type ParserLimits = Pick<YamlLimits, 'nodes' | 'depth'>;

/**
 * Read by the library's rules, a bracket or quote that is never closed costs no more than its block. So Docker's looser
 * rules are tried only where those find a mistake, and count only if they find none.
 * `nodes`: in what parses, more scalars than that are more nodes, too, so that the rest need not be read.
 * `depth`: of collections in each other; the composer recurses, and V8 aborts the process rather than throw if it has to
 * compile a regular expression on a stack that is nearly full.
 */
export function parseStream(text: string, limits: ParserLimits): YamlStream {
  const lexemes: string[] = [];
  const stream = parseWith(noted(new Lexer().lex(text), lexemes), limits);
  if (!stream.documents.some(isWrong) || isCutLike(looseLexer().lex(text), lexemes)) return stream;
  try {
    const loose = parseWith(looseLexer().lex(text), limits);
    return loose.documents.some(isWrong) ? stream : loose;
  } catch (error) {
    if (error instanceof LimitExceeded) return stream;
    throw error;
  }
}

function* noted(lexemes: Iterable<string>, seen: string[]): Generator<string> {
  for (const lexeme of lexemes) {
    seen.push(lexeme);
    yield lexeme;
  }
}

/** Whether other rules cut a text into the same pieces: then whatever is made of them is the same, too. */
function isCutLike(lexemes: Iterable<string>, others: readonly string[]): boolean {
  let count = 0;
  for (const lexeme of lexemes) if (lexeme !== others[count++]) return false;
  return count === others.length;
}

function isWrong(document: Document.Parsed): boolean {
  return document.errors.some((error) => explain(error) !== '');
}

/** The library makes an error of each mistake; where in it that was, nobody asks, and to tell takes most of the time. */
function parseWith(lexemes: Iterable<string>, limits: ParserLimits): YamlStream {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parsed(lexemes, limits);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function parsed(lexemes: Iterable<string>, { nodes, depth }: ParserLimits): YamlStream {
  const parser = new Parser();
  const composer = new Composer({
    schema: 'failsafe',
    // The library's own check is quadratic.
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents: Document.Parsed[] = [];
  const directives: CST.Directive[][] = [[]];
  let scalars = 0;
  let before = '';
  for (const lexeme of lexemes) {
    if (beginsScalar(lexeme, before) && ++scalars > nodes) {
      throw new LimitExceeded(`more than ${nodes} nodes, aliases expanded`, parser.offset, 'nodes');
    }
    before = lexeme;
    for (const token of parser.next(lexeme)) {
      if (token.type === 'directive') directives.at(-1)?.push(token);
      if (token.type === 'document') directives.push([]);
      documents.push(...composer.next(token));
    }
    // Beside collections, the stack holds the document and a scalar.
    if (parser.stack.length > depth + 2) {
      throw new LimitExceeded(`nested more than ${depth} levels deep`, parser.offset, 'nesting');
    }
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  return { documents, directives };
}

/** A unit of its own stands before a scalar without quotes, which may be a block that begins with one. */
function beginsScalar(lexeme: string, before: string): boolean {
  return lexeme === CST.SCALAR || (before !== CST.SCALAR && (lexeme.startsWith('"') || lexeme.startsWith("'")));
}

/** What the library's lexer has but does not declare; a test fails should it go. */
interface LexerState {
  /** The least indentation of a line that goes on with what was begun. */
  indentNext: number;
  parseQuotedScalar(): Generator<string, unknown>;
  parseFlowCollection(): Generator<string, unknown>;
}

function looseLexer(): Lexer {
  const lexer = new Lexer();
  const state = lexer as unknown as LexerState;
  for (const method of ['parseQuotedScalar', 'parseFlowCollection'] as const) {
    const parse = state[method];
    state[method] = function* (): Generator<string, unknown> {
      const { indentNext } = state;
      state.indentNext = 0;
      const next = yield* parse.call(state);
      state.indentNext = indentNext;
      return next;
    };
  }
  return lexer;
}
