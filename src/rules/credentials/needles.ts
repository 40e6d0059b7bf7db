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

interface Known extends Needle {
  readonly size: number;
}

/** Ascending and disjoint. Needles shorter than three units are never found. Linear in the text, whatever the needles are. */
export function finderOf(needles: Iterable<Needle>): Finder {
  const known = new Map<string, Known>();
  const lengths = new Map<string, Set<number>>();
  for (const needle of needles) {
    const head = needle.text.slice(0, HEAD);
    if (head.length < HEAD) continue;
    const compared = needle.text.slice(0, LONGEST_COMPARED);
    const size = Math.max(needle.text.length, known.get(compared)?.size ?? 0);
    known.set(compared, { ...needle, size });
    lengths.set(head, (lengths.get(head) ?? new Set()).add(compared.length));
  }
  if (known.size === 0) return () => [];
  const firsts = new Set([...lengths.keys()].map((head) => head.charCodeAt(0)));
  const longestFirst = new Map([...lengths].map(([head, each]) => [head, [...each].sort((a, b) => b - a)]));
  return (text) => {
    const found: Interval[] = [];
    let index = 0;
    while (index < text.length) {
      const hit = firsts.has(text.charCodeAt(index)) ? hitAt(text, index, longestFirst, known) : undefined;
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
  known: ReadonlyMap<string, Known>,
): Interval | undefined {
  for (const length of lengths.get(text.slice(start, start + HEAD)) ?? []) {
    const needle = known.get(text.slice(start, start + length));
    if (!needle) continue;
    const end = Math.min(start + needle.size, text.length);
    if (needle.word && (isWordUnit(text, start - 1) || isWordUnit(text, end))) continue;
    return { start, end: needle.encoded ? endOfEncoded(text, end) : end };
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
  const bytes = Buffer.from(text, 'utf8');
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const from = Math.ceil((before * 8) / 6);
    const core = encoded.slice(from, Math.floor(((before + bytes.length) * 8) / 6));
    if (core.length < SHORTEST_ENCODED) return [];
    const forUrls = core.replaceAll('+', '-').replaceAll('/', '_');
    return [...new Set([core, forUrls])].map((shape) => ({ text: shape, encoded: true }));
  });
}
