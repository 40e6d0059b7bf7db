/** Reading names: which words of a name speak about a role, and which only qualify others. */
import { familyOfName } from './images/find-image.js';
import { KINDS } from './images/kinds.js';
import {
  GENERIC_WORDS,
  HEAD_SIGNALS,
  type HeadSignal,
  INSTANCE_WORDS,
  WORD_SIGNALS,
  type WordSignal,
} from './role-words.js';
import type { Role } from './topology.js';

export interface NameSaying {
  readonly role: Role;
  readonly weight: number;
  /** The words that say it. */
  readonly words: string;
}

/** A name of a product is as strong a word as there is. */
const PRODUCT_WEIGHT = 5;

/** A longer name is hostile, or at least no name. */
const LONGEST = 200;

/** Products whose names are everyday words, in names more often the word than the product. */
const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  'age answer atlas bash chisel chroma compass conductor crate flame gel glance git hello hive homer hydra infinity lab library neon node parse ray registry seq sonic spark stash storm tempo unit vector'.split(
    ' ',
  ),
);

const DATA_ROLES: ReadonlySet<Role> = new Set<Role>(['database', 'cache', 'queue', 'storage']);

/** `orderService-db_1` gives `order`, `service`, `db`: lower case, without the numbers that tell instances apart. */
export function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, LONGEST)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => (/^(?:s3|n8n|k6|e2e|c2|h2|v2ray|i2pd|k3s|socks5)$/.test(word) ? word : word.replace(/[0-9]+$/, '')))
    .filter((word) => word !== '' && !/^[0-9]/.test(word));
}

/** What a name says, the strongest for each role. Empty for names that say nothing. */
export function sayingsOf(words: readonly string[]): readonly NameSaying[] {
  const core = withoutInstance(words);
  const product = productAtEnd(core);
  if (product?.words.includes('-')) return [product];
  const head = headOf(core);
  if (head) return [head];
  return strongest([
    ...(product ? [product] : []),
    ...core.flatMap(productOf).filter(isAnywhere),
    ...plainSayings(core),
  ]);
}

function withoutInstance(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && INSTANCE_WORDS.has(words[end - 1] ?? '')) end--;
  return words.slice(0, end);
}

/** The longest product name at the end: `kafka-ui` in `my-kafka-ui`. */
function productAtEnd(words: readonly string[]): NameSaying | undefined {
  for (let start = Math.max(0, words.length - 3); start < words.length; start++) {
    const [saying] = productOf(words.slice(start).join('-'));
    if (saying) return saying;
  }
  return undefined;
}

function productOf(word: string): readonly NameSaying[] {
  if (EVERYDAY_WORDS.has(word)) return [];
  const family = familyOfName(word);
  const role = family && (family.role ?? KINDS[family.kind].role);
  // That something is an application is the least a name can say, and words like these say it often by chance.
  return role === undefined || role === 'app' ? [] : [{ role, weight: PRODUCT_WEIGHT, words: word }];
}

/** A store is a store wherever its name stands; of other products a first word only tells to whom something belongs. */
function isAnywhere({ role }: NameSaying): boolean {
  return DATA_ROLES.has(role) || role === 'edge' || role === 'monitoring';
}

const WORKER_WORDS: ReadonlySet<string> = new Set(['worker', 'workers', 'consumer', 'consumers', 'taskworker']);

function headOf(words: readonly string[]): NameSaying | undefined {
  for (const { phrases, signal } of heads()) {
    for (const phrase of phrases) {
      const start = words.length - phrase.length;
      if (start < 0 || !phrase.every((word, index) => words[start + index] === word)) continue;
      if (isAfter(signal, words.slice(0, start)))
        return { role: signal.role, weight: signal.weight, words: phrase.join('-') };
    }
  }
  return undefined;
}

function isAfter({ after, notAfterWorker }: HeadSignal, before: readonly string[]): boolean {
  if (notAfterWorker && before.some((word) => WORKER_WORDS.has(word))) return false;
  if (after === undefined) return true;
  if (after === 'generic') return before.some((word) => GENERIC_WORDS.has(word));
  const roles = [...before.flatMap(productOf), ...plainSayings(before)];
  if (after === 'data') return roles.some(({ role }) => DATA_ROLES.has(role));
  return roles.some(({ role, weight }) => weight >= 4 && role !== 'app' && role !== 'frontend' && role !== 'worker');
}

function plainSayings(words: readonly string[]): readonly NameSaying[] {
  const joined = `-${words.join('-')}-`;
  const found: NameSaying[] = [];
  for (const { phrases, signal } of plainSignals()) {
    for (const phrase of phrases)
      if (holds(signal, phrase, words, joined)) found.push({ role: signal.role, weight: signal.weight, words: phrase });
  }
  return found;
}

function holds({ place }: WordSignal, phrase: string, words: readonly string[], joined: string): boolean {
  switch (place) {
    case 'any':
      return joined.includes(`-${phrase}-`);
    case 'first':
      return words.length > 1 && joined.startsWith(`-${phrase}-`);
    case 'last':
      return joined.endsWith(`-${phrase}-`);
    case 'tail':
      return words.some((word) => word.length > phrase.length + 1 && word.endsWith(phrase));
  }
}

function strongest(sayings: readonly NameSaying[]): readonly NameSaying[] {
  const best = new Map<Role, NameSaying>();
  for (const saying of sayings) {
    const known = best.get(saying.role);
    if (!known || saying.weight > known.weight) best.set(saying.role, saying);
  }
  return [...best.values()];
}

let headTable: readonly { readonly phrases: readonly (readonly string[])[]; readonly signal: HeadSignal }[] | undefined;

function heads(): NonNullable<typeof headTable> {
  headTable ??= HEAD_SIGNALS.map((signal) => ({
    phrases: signal.words.split(' ').map((phrase) => phrase.split('-')),
    signal,
  }));
  return headTable;
}

let plainTable: readonly { readonly phrases: readonly string[]; readonly signal: WordSignal }[] | undefined;

function plainSignals(): NonNullable<typeof plainTable> {
  plainTable ??= WORD_SIGNALS.map((signal) => ({ phrases: signal.words.split(' '), signal }));
  return plainTable;
}
