/** Finds many texts within others in one pass, and the shapes in which a secret travels. */

export interface Interval {
  readonly start: number;
  readonly end: number;
}

export interface Needle {
  readonly text: string;
  /** Found only where no letter or digit continues it: it is too short to be told from an accident. */
  readonly word?: boolean;
  /** What is found belongs to a longer run of base64, which is meant as a whole. */
  readonly encoded?: boolean;
}

export type Finder = (text: string) => readonly Interval[];

/** A needle is looked up by its first units, so those that share many do not make a search slow. */
const HEAD = 3;
/** What begins like a long needle is taken for it, so that no text is compared for longer than this. */
const LONGEST_COMPARED = 64;

/** Of two, whether they may begin a needle is looked up before anything else: of most, none does. */
const PAIRS = 1 << 16;

function pairAt(text: string, index: number): number {
  return ((text.charCodeAt(index) * 251) ^ text.charCodeAt(index + 1)) & (PAIRS - 1);
}

/** What is known of a needle, in one number, for there may be hundreds of thousands: its size, and how it counts. */
const [WORD, ENCODED] = [1, 2];
const UNIT_OF_SIZE = 4;

/** Ascending and disjoint. Needles shorter than three units are never found. Linear in the text, whatever the needles are. */
export function finderOf(needles: Iterable<Needle>): Finder {
  const known = new Map<string, number>();
  const lengths = new Map<string, number[]>();
  const begun = new Uint8Array(PAIRS);
  for (const { text, word, encoded } of needles) {
    if (text.length < HEAD) continue;
    const compared = text.slice(0, LONGEST_COMPARED);
    const size = Math.max(text.length, Math.floor((known.get(compared) ?? 0) / UNIT_OF_SIZE));
    known.set(compared, size * UNIT_OF_SIZE + (word ? WORD : 0) + (encoded ? ENCODED : 0));
    begun[pairAt(text, 0)] = 1;
    const head = text.slice(0, HEAD);
    const ofHead = lengths.get(head);
    if (!ofHead) lengths.set(head, [compared.length]);
    else if (!ofHead.includes(compared.length)) ofHead.push(compared.length);
  }
  if (known.size === 0) return () => [];
  for (const longestFirst of lengths.values()) longestFirst.sort((a, b) => b - a);
  return (text) => {
    const found: Interval[] = [];
    let index = 0;
    while (index < text.length) {
      const hit = begun[pairAt(text, index)] === 1 ? hitAt(text, index, lengths, known) : undefined;
      if (hit) found.push(hit);
      index = hit ? hit.end : index + 1;
    }
    return found;
  };
}

function hitAt(
  text: string,
  start: number,
  lengths: ReadonlyMap<string, readonly number[]>,
  known: ReadonlyMap<string, number>,
): Interval | undefined {
  for (const length of lengths.get(text.slice(start, start + HEAD)) ?? []) {
    const needle = known.get(text.slice(start, start + length));
    if (needle === undefined) continue;
    const end = Math.min(start + Math.floor(needle / UNIT_OF_SIZE), text.length);
    if (needle & WORD && (isWordUnit(text, start - 1) || isWordUnit(text, end))) continue;
    return { start, end: needle & ENCODED ? endOfEncoded(text, end) : end };
  }
  return undefined;
}

function isWordUnit(text: string, index: number): boolean {
  return /[A-Za-z0-9]/.test(text.charAt(index));
}

function endOfEncoded(text: string, from: number): number {
  let end = from;
  while (end < text.length && /[A-Za-z0-9+/=_-]/.test(text.charAt(end))) end++;
  return end;
}

/** The text as it reads in a URL, in JSON, in YAML, in a Compose value, and in base64 wherever it stands in what was encoded. */
export function shapesOf(text: string): readonly Needle[] {
  if (READS_AS_IT_IS.test(text)) return [{ text }, ...base64Of(text)];
  const shapes = new Set([text, text.trim()]);
  for (const line of text.split('\n')) if (line.trim().length >= SHORTEST_LINE) shapes.add(line.trim());
  for (const shape of [...shapes]) {
    const encoded = orItself(shape, encodeURIComponent);
    shapes.add(encoded);
    shapes.add(encoded.replace(/%[0-9A-F]{2}/g, (unit) => unit.toLowerCase()));
    shapes.add(orItself(shape, decodeURIComponent));
    shapes.add(JSON.stringify(shape).slice(1, -1));
    shapes.add(shape.replaceAll("'", "''"));
    shapes.add(shape.replaceAll('$', '$$$$'));
  }
  return [...[...shapes].map((shape) => ({ text: shape })), ...base64Of(text)];
}

/** Most secrets are of these units only, which no notation changes. */
const READS_AS_IT_IS = /^[A-Za-z0-9._~-]+$/;

const SHORTEST_LINE = 8;

function orItself(text: string, change: (text: string) => string): string {
  try {
    return change(text);
  } catch {
    return text;
  }
}

const SHORTEST_ENCODED = 8;

/** RFC 4648: three bytes make four units, so there are three ways to begin. Only units that hang on nothing else count. */
function base64Of(text: string): readonly Needle[] {
  const needles: Needle[] = [];
  for (const before of ['', '\0', '\0\0']) {
    const bytes = Buffer.from(before + text, 'utf8');
    const from = Math.ceil((before.length * 8) / 6);
    const core = bytes.toString('base64').slice(from, Math.floor((bytes.length * 8) / 6));
    if (core.length < SHORTEST_ENCODED) continue;
    needles.push({ text: core, encoded: true });
    if (/[+/]/.test(core)) needles.push({ text: core.replaceAll('+', '-').replaceAll('/', '_'), encoded: true });
  }
  return needles;
}
