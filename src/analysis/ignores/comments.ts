/**
 * Comments that ignore findings: `# bulkhead-ignore[rule, other-rule] reason` for what begins on a line, and
 * `# bulkhead-ignore-file[rule] reason` for a file. `until 2027-01-31` before the reason is the last day on which they count.
 */
import { lineText, positionAt, type Range, type SourceText, textOf } from '../../source/text.js';

export interface IgnoreComment {
  readonly scope: 'line' | 'file';
  readonly at: Range;
  /** As written between the brackets. */
  readonly rules: readonly { readonly id: string; readonly at: Range }[];
  readonly reason: { readonly text: string; readonly at: Range };
  readonly expires: string | undefined;
  /** The line it is about, for `line`. */
  readonly line: number;
}

/** Per file; each costs a look at every finding of its rule. Later ones ignore nothing, which is to be seen. */
const MOST_COMMENTS = 1000;

const MARKER = 'bulkhead-ignore';
/** At the start of a comment, or of a further one on its line. */
const DIRECTIVE = /(?<!\S)#+[ \t]*(bulkhead-ignore(-file)?)(?![\w-])/g;

/** In the order of the text. */
export function ignoreCommentsIn(source: SourceText): readonly IgnoreComment[] {
  if (!source.text.includes(MARKER)) return [];
  const found: IgnoreComment[] = [];
  for (const comment of lexer().commentsOf(source)) {
    const text = textOf(comment);
    const matches = [...text.matchAll(DIRECTIVE)];
    if (matches.length === 0) continue;
    const line = targetOf(source, comment);
    for (const [index, match] of matches.entries()) {
      const name = match[1] ?? '';
      const start = comment.start + match.index + match[0].length - name.length;
      const end = comment.start + (matches[index + 1]?.index ?? text.length);
      const at = { source, start, end: start + source.text.slice(start, end).trimEnd().length };
      found.push({ scope: match[2] ? 'file' : 'line', at, line, ...contentOf(at, start + name.length) });
      if (found.length === MOST_COMMENTS) return found;
    }
  }
  return found;
}

/** Loaded when it is needed: most files ignore nothing. */
function lexer(): typeof import('../../source/yaml-comments.js') {
  return require('../../source/yaml-comments.js');
}

/** What is in the brackets, and after them. */
function contentOf({ source, end }: Range, start: number): Pick<IgnoreComment, 'rules' | 'reason' | 'expires'> {
  const text = source.text.slice(start, end);
  const list = /^[ \t]*\[([^\]]*)\]/.exec(text);
  const [, expires, reason = ''] = REASON.exec(text.slice(list?.[0].length ?? text.length)) ?? [];
  const first = start + (list ? list[0].length - 1 - (list[1]?.length ?? 0) : 0);
  return {
    rules: list ? wordsIn(source, first, list[1] ?? '') : [],
    reason: { text: reason, at: { source, start: end - reason.length, end } },
    expires,
  };
}

const REASON = /^[ \t]*(?:(?:-{1,2}|[:\u2013\u2014])[ \t]*)?(?:until[ \t]+(\d{4}-\d{2}-\d{2})(?!\S)[ \t]*)?(.*)$/s;

/** More than there are rules; what is named beyond ignores nothing. */
const MOST_RULES = 200;
/** UTF-16 units. */
const LONGEST_LIST = 10_000;

function wordsIn(source: SourceText, start: number, list: string): IgnoreComment['rules'] {
  return [...list.slice(0, LONGEST_LIST).matchAll(/[^\s,]+/g)].slice(0, MOST_RULES).map(({ 0: id, index }) => ({
    id,
    at: { source, start: start + index, end: start + index + id.length },
  }));
}

/** Between a comment and what it is about. */
const MOST_LINES_BETWEEN = 50;

/** The comment's own line; where it stands alone, the next one that is more than a comment. */
function targetOf(source: SourceText, { start }: Range): number {
  const { line, column } = positionAt(source, start);
  const isAlone = source.text.slice(start - column + 1, start).trim() === '';
  if (!isAlone) return line;
  let next = line + 1;
  while (next <= line + MOST_LINES_BETWEEN && /^[ \t]*#/.test(lineText(source, next))) next++;
  return next;
}
