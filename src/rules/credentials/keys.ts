/** Tells from the name of a setting whether its value is a credential, and of which class. */

import { wordsOf } from './name-words.js';
import {
  ADJACENT_SWITCHES,
  BROWSER_PREFIXES,
  COMPANIONS,
  CREDENTIAL_WORDS,
  type CredentialClass,
  EXACT_NAMES,
  HASH_TAILS,
  KEY_QUALIFIERS,
  LEADING_SWITCHES,
  NEUTRAL_TAILS,
  PAIR_WORDS,
  PLURALS,
  SECRET_NAMERS,
  SWITCHES,
} from './vocabulary.js';

const VOCABULARY: ReadonlySet<string> = new Set([
  ...CREDENTIAL_WORDS.keys(),
  ...KEY_QUALIFIERS.keys(),
  ...HASH_TAILS,
  ...NEUTRAL_TAILS,
  ...ADJACENT_SWITCHES,
  ...COMPANIONS,
  ...PAIR_WORDS,
]);

/** What stands beside them in `my-insecure-key` and the like. */
const FILLERS: ReadonlySet<string> = new Set(['my', 'some', 'not', 'insecure', 'secure', 'test', 'host', 'sender']);

const NAMING: ReadonlySet<string> = new Set([...VOCABULARY, ...FILLERS]);

const LONGEST_NAME = 200;

/** Whether a value is made of nothing but the words by which credentials are called: `smtp_account_password`. */
export function isNameOfCredential(value: string): boolean {
  if (value.length > LONGEST_NAME || !/^[A-Za-z_-]+$/.test(value)) return false;
  const words = wordsOf(value, NAMING);
  return words.every((word) => NAMING.has(word)) && words.some((word) => word === 'key' || CREDENTIAL_WORDS.has(word));
}

/**
 * The class of credential a name announces, or `undefined`. `siblings` are the names written beside it: where
 * `PUSHER_APP_SECRET` stands next to `PUSHER_APP_KEY`, the key is the public half of the pair.
 */
export function classifyKey(name: string, siblings: ReadonlySet<string> = NOBODY): CredentialClass | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const words = wordsOf(name, VOCABULARY);
  const joined = words.join('_');
  if (EXACT_NAMES.has(joined)) return EXACT_NAMES.get(joined);
  if (words.at(-1) === 'base' && words.at(-2) === 'key') return 'secret';
  const { core, hashed } = withoutTails(words);
  const found = classOf(core);
  if (!found || isSwitch(core)) return undefined;
  if (found !== 'password' && isForBrowsers(words)) return undefined;
  if (found !== 'password' && hasSecretSibling(name, siblings)) return undefined;
  const stored = hashed || HASH_TAILS.has(core.at(-2) ?? '');
  return stored && found === 'password' ? 'hash' : found;
}

const NOBODY: ReadonlySet<string> = new Set();

function withoutTails(words: readonly string[]): { core: readonly string[]; hashed: boolean } {
  let end = words.length;
  let hashed = false;
  while (end > 1) {
    const word = words[end - 1] ?? '';
    if (HASH_TAILS.has(word)) hashed = true;
    else if (!NEUTRAL_TAILS.has(word)) break;
    end--;
  }
  return { core: words.slice(0, end), hashed };
}

function classOf(words: readonly string[]): CredentialClass | undefined {
  const last = words.at(-1) ?? '';
  if (last === 'key' || last === 'keys') return classOfKey(words.slice(0, -1));
  if (PAIR_WORDS.has(last)) return 'pair';
  if (PLURALS.has(last) && words.length === 1) return undefined;
  if (last === 'secret' && SECRET_NAMERS.has(words.at(-2) ?? '')) return undefined;
  return CREDENTIAL_WORDS.get(last);
}

/** The word before `key` says what the key is for. */
function classOfKey(qualifiers: readonly string[]): CredentialClass | undefined {
  const word = qualifiers.at(-1) ?? '';
  const before = qualifiers.at(-2);
  if (word === 'access') return before === 'secret' || before === 'shared' ? 'secret' : undefined;
  return KEY_QUALIFIERS.get(word) ?? CREDENTIAL_WORDS.get(word);
}

function isSwitch(words: readonly string[]): boolean {
  if (words.length < 2) return false;
  if (LEADING_SWITCHES.has(words[0] ?? '') || ADJACENT_SWITCHES.has(words.at(-2) ?? '')) return true;
  return words.some((word) => SWITCHES.has(word));
}

function isForBrowsers(words: readonly string[]): boolean {
  return BROWSER_PREFIXES.some((prefix) => prefix.every((word, index) => words[index] === word));
}

/** Two names that differ only in `key` and `secret` are the public and the secret half of one credential. */
function hasSecretSibling(name: string, siblings: ReadonlySet<string>): boolean {
  const stem = name.slice(0, -3);
  switch (name.slice(-3)) {
    case 'KEY':
      return siblings.has(`${stem}SECRET`);
    case 'Key':
      return siblings.has(`${stem}Secret`);
    case 'key':
      return siblings.has(`${stem}secret`);
    default:
      return false;
  }
}
