/** Reading names: which words of a name speak about a role, and which only qualify others. */
import { familyOfName } from '../images/find-image.js';
import { KINDS } from '../images/kinds.js';
import type { Role } from '../topology.js';
import { STORE_ROLES } from './observation.js';
import {
  GENERIC_WORDS,
  HEAD_SIGNALS,
  type HeadSignal,
  INSTANCE_WORDS,
  WORD_SIGNALS,
  type WordSignal,
} from './words.js';

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

/** In words. */
const LONGEST_PHRASE = 3;

/** Products whose names are everyday words, in names more often the word than the product. */
const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  'age answer apache atlas bash chisel chroma compass conductor crate cup flame gel git glance hello hive homer hydra infinity lab lego library moto neon node npc parse pd pika ray registry seq sns sonic spark sphinx stash storm tempo unit vector visualizer ws'.split(
    ' ',
  ),
);

/** `orderService-db_1` gives `order`, `service`, `db`: lower case, without the numbers that tell instances apart. */
export function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, LONGEST)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) =>
      /^(?:s3|n8n|k6|e2e|c2|h2|v2ray|i2pd|k3s|socks5)$/.test(word) ? word : word.replace(/(?<![0-9])[0-9]+$/, ''),
    )
    .filter((word) => word !== '' && !/^[0-9]/.test(word));
}

/** What a name says, the strongest for each role. Empty for names that say nothing. */
export function sayingsOf(words: readonly string[]): readonly NameSaying[] {
  const core = withoutInstance(words);
  const product = productAtEnd(core);
  if (product?.words.includes('-')) return [product];
  const head = headOf(words) ?? headOf(core);
  if (head) return [head];
  const sayings = strongest([
    ...(product ? [product] : []),
    ...core.flatMap(productOf).filter(isAnywhere),
    ...plainSayings(core),
  ]);
  // `worker-migrations` works on migrations.
  return core.some((word) => WORKER_WORDS.has(word)) ? sayings.filter(({ role }) => role !== 'other') : sayings;
}

export function withoutInstance(words: readonly string[]): readonly string[] {
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
  if (role === undefined) return [];
  // That something is an application is the least that a name can say, and words like these say it often by chance.
  return [{ role, weight: role === 'app' ? 2 : PRODUCT_WEIGHT, words: word }];
}

/** A store is a store wherever its name stands; of other products a first word only tells to whom something belongs. */
function isAnywhere({ role }: NameSaying): boolean {
  return STORE_ROLES.has(role) || role === 'edge' || role === 'monitoring';
}

const WORKER_WORDS: ReadonlySet<string> = new Set(['worker', 'workers', 'consumer', 'consumers', 'taskworker']);

function headOf(words: readonly string[]): NameSaying | undefined {
  for (const { phrase, signal } of headsEndingIn(words.at(-1) ?? '')) {
    const start = words.length - phrase.length;
    if (start < 0 || !phrase.every((word, index) => words[start + index] === word)) continue;
    if (isAfter(signal, words.slice(0, start)))
      return { role: signal.role, weight: signal.weight, words: phrase.join('-') };
  }
  return undefined;
}

function isAfter({ after, notAfterWorker }: HeadSignal, before: readonly string[]): boolean {
  if (notAfterWorker && before.some((word) => WORKER_WORDS.has(word))) return false;
  if (after === undefined) return true;
  if (after === 'generic') return before.some((word) => GENERIC_WORDS.has(word));
  const plain = plainSayings(before).filter(({ role }) => STORE_ROLES.has(role));
  const named = before
    .flatMap(productOf)
    .filter(({ role }) => role !== 'app' && (after === 'product' || STORE_ROLES.has(role)));
  return plain.length > 0 || named.length > 0;
}

function plainSayings(words: readonly string[]): readonly NameSaying[] {
  const found: NameSaying[] = [];
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 1; end <= Math.min(words.length, start + LONGEST_PHRASE); end++) {
      const phrase = words.slice(start, end).join('-');
      for (const signal of signalsOf(phrase))
        if (isAt(signal, start, end, words.length))
          found.push({ role: signal.role, weight: signal.weight, words: phrase });
    }
  }
  for (const word of words) {
    for (const { tail, signal } of tails()) {
      if (word.length > tail.length + 1 && word.endsWith(tail))
        found.push({ role: signal.role, weight: signal.weight, words: tail });
    }
  }
  return found;
}

function isAt({ place }: WordSignal, start: number, end: number, length: number): boolean {
  if (place === 'first') return start === 0 && end < length;
  return place !== 'last' || end === length;
}

function strongest(sayings: readonly NameSaying[]): readonly NameSaying[] {
  const best = new Map<Role, NameSaying>();
  for (const saying of sayings) {
    const known = best.get(saying.role);
    if (!known || saying.weight > known.weight) best.set(saying.role, saying);
  }
  return [...best.values()];
}

/** Names are made of the same few words; what is known of them is forgotten as a whole when it grows past this. */
const MOST_REMEMBERED = 10_000;

/** Of hundreds of words a run asks for a few: to find those takes less than to make a table of all. */
function remembering<Value>(find: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const found = find(word);
    known.set(word, found);
    return found;
  };
}

/** Phrases by their last word. */
const headsEndingIn = remembering((last) =>
  HEAD_SIGNALS.filter(({ words }) => words.includes(last)).flatMap((signal) =>
    signal.words
      .split(' ')
      .filter((phrase) => phrase === last || phrase.endsWith(`-${last}`))
      .map((phrase) => ({ phrase: phrase.split('-'), signal })),
  ),
);

const signalsOf = remembering((phrase) =>
  WORD_SIGNALS.filter(
    ({ place, words }) => place !== 'tail' && words.includes(phrase) && words.split(' ').includes(phrase),
  ),
);

interface Tail {
  readonly tail: string;
  readonly signal: WordSignal;
}

let allTails: readonly Tail[] | undefined;

function tails(): readonly Tail[] {
  allTails ??= WORD_SIGNALS.filter(({ place }) => place === 'tail').flatMap((signal) =>
    signal.words.split(' ').map((tail) => ({ tail, signal })),
  );
  return allTails;
}
