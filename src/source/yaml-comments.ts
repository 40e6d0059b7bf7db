/** The comments of a YAML text: a `#` within a scalar begins none. */
import { Lexer } from 'yaml';
import type { Range, SourceText } from './text.js';
import { uniformBreaks } from './yaml-refusals.js';

/** Tokens of the library's lexer that stand for no text: a document begins, a flow collection ends early, a scalar follows. */
const MARKERS: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);
const SCALAR_FOLLOWS = '\u001f';

/** From the `#` to the end of the line, in the order of the text. */
export function commentsOf(source: SourceText): readonly Range[] {
  const comments: Range[] = [];
  let offset = 0;
  let inScalar = false;
  for (const token of new Lexer().lex(uniformBreaks(source.text))) {
    if (!inScalar && MARKERS.has(token)) {
      inScalar = token === SCALAR_FOLLOWS;
      continue;
    }
    if (!inScalar && token.startsWith('#')) comments.push({ source, start: offset, end: offset + token.length });
    offset += token.length;
    inScalar = false;
  }
  return comments;
}
