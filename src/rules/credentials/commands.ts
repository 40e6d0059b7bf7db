/** Finds credentials on command lines: options, assignments, headers, statements, as strings or in exec form. */
import { assignmentsIn, CONFIGURATION_SYNTAX } from './assignments.js';
import { type Client, clientOf } from './clients.js';
import { classifyKey } from './keys.js';
import { offsetIn, plainWord, shellWords, type Word, wordBehind, wordsWithin } from './shell.js';
import type { Span } from './span.js';
import type { CredentialClass } from './vocabulary.js';

/** A span in the item with this index. */
export interface CommandSpan extends Span {
  readonly item: number;
}

/** A script in a word in a script in a word: deeper is nobody's. */
const DEEPEST_SCRIPT = 3;

/** `items` are the words of an exec form; one item is a string that a shell or Compose splits. */
export function commandSpans(items: readonly string[]): readonly CommandSpan[] {
  const spans: CommandSpan[] = [];
  const only = items.length === 1;
  scan(only ? shellWords(items[0] ?? '') : items.map(plainWord), 0, spans);
  for (const [item, text] of items.entries()) {
    for (const span of statementSpans(text)) spans.push({ ...span, item });
  }
  return spans;
}

function scan(words: readonly Word[], depth: number, spans: CommandSpan[]): void {
  let start = 0;
  for (let index = 0; index <= words.length; index++) {
    if (index < words.length && !words[index]?.operator) continue;
    const command = words.slice(start, index);
    scanCommand(command, spans);
    const handed = handedOver(command, words[index], words.slice(index + 1, index + 1 + MOST_WORDS_READ));
    if (handed) spans.push(handed);
    start = index + 1;
  }
  if (depth >= DEEPEST_SCRIPT) return;
  for (const word of words) {
    if (!/\s/.test(word.text)) continue;
    const inner = wordsWithin(word);
    if (inner.length > 1) scan(inner, depth + 1, spans);
  }
}

function scanCommand(words: readonly Word[], spans: CommandSpan[]): void {
  let client: Client | undefined;
  const there = new Map<string, boolean>();
  const isThere = (wanted: string): boolean => {
    const known = there.get(wanted) ?? words.some(({ text }) => text === wanted);
    there.set(wanted, known);
    return known;
  };
  for (const [index, word] of words.entries()) {
    client = clientOf(word.text) ?? client;
    const next = words[index + 1];
    const active = client?.only && !isThere(client.only) ? undefined : client;
    if (isScript(words, index)) continue;
    const found =
      clientSpan(active, words, index) ??
      headerSpan(word) ??
      headerOptionSpan(word) ??
      assignmentSpan(word) ??
      optionSpan(word, next, active?.equalsOnly ?? false);
    if (found) spans.push(found);
  }
}

const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'su']);

/** What a shell is given behind `-c` is read for itself. */
function isScript(words: readonly Word[], index: number): boolean {
  const before = words[index - 1]?.text ?? '';
  if (!/^-[a-z]{0,8}c$/.test(before)) return false;
  return words
    .slice(Math.max(0, index - 4), index)
    .some(({ text }) => SHELLS.has(text.slice(text.lastIndexOf('/') + 1)));
}

const PRINTERS: ReadonlySet<string> = new Set(['echo', 'printf']);

/** `rest`: the first words behind the operator. `echo x > db_password`, `echo x | docker login --password-stdin`, `echo user:x | chpasswd`. */
function handedOver(
  words: readonly Word[],
  operator: Word | undefined,
  rest: readonly Word[],
): CommandSpan | undefined {
  const start = words.findIndex(({ text }) => PRINTERS.has(text));
  const value = words.slice(start + 1).find(({ text }) => !/^-[a-z]$/i.test(text));
  if (start < 0 || !value) return undefined;
  const arrow = words.findIndex(({ text }) => text === '>' || text === '>>');
  const file = words[arrow + 1]?.text.slice(-LONGEST_NAME) ?? '';
  const found = arrow < 0 ? undefined : classifyKey(file.slice(file.lastIndexOf('/') + 1).replace(/\.\w{1,4}$/, ''));
  if (found && found !== 'pair') return whole(value, 'what is written into a file', found);
  if (operator?.text !== '|') return undefined;
  const reader = rest.map(({ text }) => text);
  const end = reader.findIndex((text) => text === '|' || text === ';' || text === '&');
  const command = end < 0 ? reader : reader.slice(0, end);
  if (command.includes('--password-stdin')) return whole(value, 'what a program reads', 'password');
  return command.includes('chpasswd') ? pairSpan(value, 0, 'chpasswd') : undefined;
}

const MOST_WORDS_READ = 20;

function clientSpan(client: Client | undefined, words: readonly Word[], index: number): CommandSpan | undefined {
  const word = words[index];
  if (!client || !word) return undefined;
  const next = words[index + 1];
  if (next && client.separate?.includes(word.text)) return whole(next, `value of ${word.text}`, 'password');
  const pair = client.pairs?.find((option) => word.text.startsWith(option));
  if (pair !== undefined) {
    if (word.text === pair) return next && pairSpan(next, 0, pair);
    if (pair.length === 2) return pairSpan(word, pair.length, pair);
  }
  const attached = client.attached?.find((option) => word.text.startsWith(option) && word.text.length > option.length);
  if (attached) return part(word, attached.length, word.text.length, `value of ${attached}`, 'password');
  const bundle = client.lastWith;
  if (bundle !== undefined && index === words.length - 1) {
    const isGiven = words.some(({ text }) => /^-[A-Za-z]{1,8}$/.test(text) && text.includes(bundle));
    return isGiven ? whole(word, 'last argument', 'password') : undefined;
  }
  for (const { after, argument } of client.positional ?? []) {
    const matches = after.every((text, offset) => words[index - after.length + 1 + offset]?.text === text);
    const value = words[index + argument];
    if (matches && value && !value.text.startsWith('-'))
      return whole(value, `argument of ${after.join(' ')}`, 'password');
  }
  return undefined;
}

function pairSpan(word: Word, from: number, option: string): CommandSpan | undefined {
  const colon = word.text.indexOf(':', from);
  return colon < 0 ? undefined : part(word, colon + 1, word.text.length, `value of ${option}`, 'password');
}

const SCHEME = /^(bearer|basic|token|apikey|digest) /i;
const LONGEST_NAME = 120;

/** `Authorization: Bearer x`, `X-Api-Key: x`. */
function headerSpan(word: Word): CommandSpan | undefined {
  const colon = word.text.slice(0, LONGEST_NAME).indexOf(': ');
  if (colon <= 0) return undefined;
  const name = word.text.slice(0, colon);
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) return undefined;
  if (name.toLowerCase().endsWith('authorization')) {
    const scheme = SCHEME.exec(word.text.slice(colon + 2, colon + 20));
    return part(word, colon + 2 + (scheme?.[0].length ?? 0), word.text.length, `header ${name}`, 'token');
  }
  const found = classifyKey(name);
  return found && part(word, colon + 2, word.text.length, `header ${name}`, found);
}

/** `--header=Authorization: Bearer x`. */
function headerOptionSpan(word: Word): CommandSpan | undefined {
  const equals = word.text.startsWith('--header=') ? word.text.indexOf('=') + 1 : 0;
  if (equals === 0) return undefined;
  return headerSpan(wordBehind(word, equals));
}

/** `PGPASSWORD=x`, `-Ddb.password=x`. */
function assignmentSpan(word: Word): CommandSpan | undefined {
  const equals = word.text.slice(0, LONGEST_NAME).indexOf('=');
  if (equals <= 0) return undefined;
  const written = word.text.slice(0, equals);
  const name = written.startsWith('-D') ? written.slice(2) : written;
  if (!/^[A-Za-z_][\w.:-]*$/.test(name)) return undefined;
  return valueSpan(word, equals + 1, name);
}

/** `--requirepass x`, `--db.password=x`, `-rpcpassword=x`; `requirepass x` too, as Redis reads it. */
function optionSpan(word: Word, next: Word | undefined, equalsOnly: boolean): CommandSpan | undefined {
  if (!word.text.startsWith('-'))
    return word.text === 'requirepass' && next ? whole(next, word.text, 'password') : undefined;
  const equals = word.text.slice(0, LONGEST_NAME).indexOf('=');
  const name = (equals < 0 ? word.text.slice(0, LONGEST_NAME) : word.text.slice(0, equals)).replace(/^-{1,2}/, '');
  if (name.length < 2 || !/^[A-Za-z][\w.:-]*$/.test(name)) return undefined;
  if (equals >= 0) return valueSpan(word, equals + 1, name);
  if (equalsOnly || !next || next.text.startsWith('-')) return undefined;
  const found = classifyKey(name);
  if (found === 'pair') return pairSpan(next, 0, word.text);
  return found && whole(next, `value of ${word.text}`, found);
}

function valueSpan(word: Word, from: number, name: string): CommandSpan | undefined {
  const found = classifyKey(name);
  if (found === 'pair') return pairSpan(word, from, name);
  return found && part(word, from, word.text.length, `value of ${name}`, found);
}

function whole(word: Word, what: string, found: CredentialClass): CommandSpan | undefined {
  return part(word, 0, word.text.length, what, found);
}

/** `pass:x` is OpenSSL's way to say that `x` is the password itself. */
function part(word: Word, from: number, to: number, what: string, found: CredentialClass): CommandSpan | undefined {
  const begin = word.text.startsWith('pass:', from) ? from + 5 : from;
  const start = offsetIn(word, begin);
  const last = offsetIn(word, to - 1);
  // `"NAME=" + value` in a program that the shell is given.
  if (word.text.charAt(begin) === '+') return undefined;
  if (start === undefined || last === undefined || begin >= to) return undefined;
  return { item: word.item, start, end: last + 1, form: 'command', what, class: found };
}

/** `IDENTIFIED BY 'x'`, `PASSWORD 'x'` in SQL and `pass 'x'` in many a configuration; `pwd: "x"` in the MongoDB shell. */
export function statementSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/\b(?:identified by|password|pass)[ \t]{1,8}(?=["'])/gi)) {
    const open = match.index + match[0].length;
    const close = text.indexOf(text.charAt(open), open + 1);
    if (close > open + 1 && close - open < LONGEST_NAME) {
      spans.push({ start: open + 1, end: close, form: 'command', what: 'password in a statement', class: 'password' });
    }
  }
  for (const { name, start, end } of assignmentsIn(text, { ...CONFIGURATION_SYNTAX, operators: ':' })) {
    const quoted = start > 0 && '"\''.includes(text.charAt(start - 1)) && text.charAt(start - 1) === text.charAt(end);
    // A value that begins with a blank is what stands between two strings of a program.
    if (!quoted || text.charAt(start) === ' ' || classifyKey(name) !== 'password') continue;
    spans.push({ start, end, form: 'command', what: `value of ${name}`, class: 'password' });
  }
  return spans;
}
