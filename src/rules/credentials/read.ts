/** Finds the secret parts of one site's texts. */
import { assignmentsIn, CONFIGURATION_SYNTAX, connectionStringSyntax } from './assignments.js';
import { commandSpans, statementSpans } from './commands.js';
import { UNKNOWN } from './flatten.js';
import { classifyKey } from './keys.js';
import { type Nature, natureOf } from './placeholders.js';
import type { Site } from './sites.js';
import { type Span, withoutOverlaps } from './span.js';
import { tokenSpans } from './tokens.js';
import { urlSpans } from './urls.js';
import type { CredentialClass } from './vocabulary.js';

/** A secret in the piece with this index. */
export interface Found extends Span {
  readonly piece: number;
  readonly nature: 'credential' | 'placeholder';
}

export function readSite(site: Site): readonly Found[] {
  const texts = site.pieces.map((piece) => piece.flat.text);
  switch (site.reading) {
    case 'setting':
      return texts.flatMap((text, piece) => readSetting(text, piece, classifyKey(site.key, site.siblings)));
    case 'command':
      return readCommand(texts);
    case 'content':
      return texts.flatMap((text, piece) => found(contentSpans(text), text, piece));
    default:
      return texts.flatMap((text, piece) => found([...urlSpans(text), ...tokenSpans(text)], text, piece));
  }
}

/** The name decides; where it says nothing, or its value is no credential, the shapes in the text do. */
function readSetting(text: string, piece: number, announced: CredentialClass | undefined): readonly Found[] {
  const whole = announced ? found(announcedSpans(text, announced), text, piece) : [];
  if (whole.length > 0) return whole;
  // A whole configuration file in one variable.
  if (text.includes('\n')) return found(contentSpans(text), text, piece);
  const options = /(^|\s)-/.test(text) ? commandSpans([text]) : [];
  return found([...urlSpans(text), ...tokenSpans(text), ...pairSpans(text), ...options], text, piece);
}

/** A text in JSON holds several, as the strings in it. */
function announcedSpans(text: string, announced: CredentialClass): readonly Span[] {
  const first = text.trimStart().charAt(0);
  if (first !== '{' && first !== '[') return [wholeSpan(text, announced)];
  const strings = [...text.matchAll(/[:,[][ \t]{0,8}"([^"\\]{1,4096})"(?![ \t]{0,8}:)/g)];
  return strings.map((match): Span => {
    const end = match.index + match[0].length - 1;
    return { start: end - (match[1]?.length ?? 0), end, form: 'value', what: 'credential', class: announced };
  });
}

function wholeSpan(text: string, announced: CredentialClass): Span {
  let start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (announced === 'pair') {
    const cut = /^[\w.@+-]{1,64}[:/]/.exec(text.slice(start, end));
    start = cut ? start + cut[0].length : end;
  }
  const what = announced === 'hash' ? 'password hash' : 'credential';
  return { start, end, form: announced === 'hash' ? 'hash' : 'value', what, class: announced };
}

/** A connection string has several pairs; a JSON text has quotes around its names. */
function pairSpans(text: string): readonly Span[] {
  const first = text.trimStart().charAt(0);
  if (first === '{' || first === '[') return credentialPairs(text, CONFIGURATION_SYNTAX.operators, true);
  const { operators, terminators } = connectionStringSyntax(text);
  if (!text.includes('=') || !(text.includes(';') || terminators.length > 1)) return [];
  return credentialPairs(text, operators, false);
}

function credentialPairs(text: string, operators: string, quoted: boolean): readonly Span[] {
  const syntax = quoted ? CONFIGURATION_SYNTAX : connectionStringSyntax(text);
  const pairs = [...assignmentsIn(text, { ...syntax, operators })];
  const several = pairs.length > 1 || text.includes(',');
  if (!several) return [];
  return pairs.flatMap(({ name, start, end }): readonly Span[] => {
    const kind = classifyKey(name);
    if (!kind || kind === 'pair') return [];
    return [{ start, end, form: 'connstring', what: `value of ${name}`, class: kind }];
  });
}

function readCommand(texts: readonly string[]): readonly Found[] {
  const byItem = new Map<number, Span[]>();
  for (const span of commandSpans(texts)) {
    const own = byItem.get(span.item);
    if (own) own.push(span);
    else byItem.set(span.item, [span]);
  }
  return texts.flatMap((text, piece) => {
    const own = byItem.get(piece) ?? [];
    const shapes = [...urlSpans(text), ...tokenSpans(text)].filter((span) => span.form !== 'hash');
    const kept = found([...shapes, ...own], text, piece);
    // What begins with a dollar sign is the shell's to expand.
    return kept.filter((span) => !/[$`]/.test(text.slice(span.start, span.end)));
  });
}

const DIRECTIVE = /^[ \t]{0,40}(requirepass|masterauth)[ \t]{1,8}/gm;

function contentSpans(text: string): readonly Span[] {
  const spans: Span[] = [...urlSpans(text), ...tokenSpans(text), ...statementSpans(text)];
  for (const match of text.matchAll(DIRECTIVE)) {
    const start = match.index + match[0].length;
    const end = start + (/^[^\r\n]{0,500}/.exec(text.slice(start, start + 500))?.[0].trimEnd().length ?? 0);
    spans.push({ start, end, form: 'value', what: `value of ${match[1]}`, class: 'password' });
  }
  for (const { name, start, end, quoted } of assignmentsIn(text, CONFIGURATION_SYNTAX)) {
    const kind = classifyKey(name);
    const stop = quoted ? end : endOfPlain(text, start, end);
    if (kind && kind !== 'pair') spans.push({ start, end: stop, form: 'value', what: `value of ${name}`, class: kind });
  }
  return spans;
}

/** Where a value without quotes ends: at a comment. With calls and blanks in it, it is a piece of a program, and no value at all. */
function endOfPlain(text: string, start: number, end: number): number {
  const value =
    text
      .slice(start, end)
      .split(/[ \t]{1,8}(?:#|\/\/)/, 1)[0]
      ?.trimEnd() ?? '';
  return /[\s()[\]<>|]/.test(value) ? start : start + value.length;
}

/** A blank in place of a token opens nothing; whoever chose a password may have left the words that stood there. */
function found(spans: readonly Span[], text: string, piece: number): readonly Found[] {
  const secrets = spans.flatMap((span): readonly Found[] => {
    const nature = natureOfSpan(span, text);
    return nature === 'credential' || nature === 'placeholder' ? [{ ...span, piece, nature }] : [];
  });
  return withoutOverlaps(secrets);
}

function natureOfSpan(span: Span, text: string): Nature {
  const part = text.slice(span.start, span.end);
  // A format that somebody published is no accident, whatever words are in it.
  if (span.form === 'token' || span.form === 'hash') return part.includes(UNKNOWN) ? 'reference' : 'credential';
  return natureOf(part, span.class);
}
