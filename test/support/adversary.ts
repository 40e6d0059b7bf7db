/** Texts on which a regular expression is at its worst, made from nothing but its source. */

/** `[most]` times `body`; a leaf has the units it may be. */
type Node =
  | { readonly kind: 'unit'; readonly units: readonly string[] }
  | { readonly kind: 'all'; readonly nodes: readonly Node[] }
  | { readonly kind: 'any'; readonly nodes: readonly Node[] }
  | { readonly kind: 'repeat'; readonly body: Node; readonly least: number; readonly most: number };

const EMPTY: Node = { kind: 'all', nodes: [] };

/** Endless repetitions are what takes time; a bound this high is as good as none. */
const MANY = 1_000;

/** A repetition that is worth the while of an adversary. */
const LONG = 8;

/** What no expression of ours expects where a match is about to end. */
const SPOILERS = ['', '\u0000', '\n'];

/** A text of any length: one unit over and over, with something before it and after. */
export type Adversary = readonly [before: string, unit: string, after: string];

/** None for a pattern that looks no further than a few units from wherever it starts: that cannot help but be linear. */
export function adversaries(pattern: RegExp): readonly Adversary[] {
  const root = parse(pattern.source);
  if (!mayRun(root)) return [];
  const whole = shortest(root);
  const found = new Map<string, Adversary>();
  const add = (before: string, unit: string, after: string) => {
    if (unit !== '') found.set(JSON.stringify([before, unit, after]), [before, unit, after]);
  };
  for (const unit of unitsOf(root)) for (const end of SPOILERS) add('', unit, end);
  for (const sample of samplesOf(root)) {
    for (const end of SPOILERS) {
      add('', sample + end, '');
      add('', sample.slice(0, -1) + end, '');
    }
  }
  for (let cut = 1; cut <= whole.length; cut++) add('', whole.slice(0, cut), '');
  for (const { before, unit, after } of runsOf(root)) {
    for (const end of SPOILERS) {
      add(before, unit, after + end);
      add(before, unit, end);
      if (end !== '') add('x', unit, end);
      // Many beginnings, each of which could go on to the end of the text.
      add('', before + unit, end);
      add('', before + unit.repeat(40) + end, '');
      // Many runs that each end as they should, one behind the other.
      add('', unit + after.slice(0, 1), end);
    }
  }
  return [...found.values()];
}

export function filled([before, unit, after]: Adversary, length: number): string {
  const room = Math.max(1, Math.floor((length - before.length - after.length) / unit.length));
  return before + unit.repeat(room) + after;
}

function mayRun(node: Node): boolean {
  if (node.kind === 'unit') return false;
  return node.kind === 'repeat' ? node.most >= LONG || mayRun(node.body) : node.nodes.some(mayRun);
}

function shortest(node: Node): string {
  switch (node.kind) {
    case 'unit':
      return node.units[0] ?? '';
    case 'all':
      return node.nodes.map(shortest).join('');
    case 'any':
      return shortest(node.nodes[0] ?? EMPTY);
    default:
      return shortest(node.body).repeat(Math.min(node.least, MANY));
  }
}

/** A match by each alternative, with every repetition taken once at least. */
function samplesOf(node: Node): readonly string[] {
  switch (node.kind) {
    case 'unit':
      return node.units.slice(0, 2);
    case 'all': {
      const parts = node.nodes.map(samplesOf);
      const most = Math.max(1, ...parts.map((samples) => samples.length));
      return Array.from({ length: Math.min(most, 40) }, (_, index) =>
        parts.map((samples) => samples[Math.min(index, samples.length - 1)] ?? '').join(''),
      );
    }
    case 'any':
      return node.nodes.flatMap(samplesOf);
    default:
      return samplesOf(node.body).map((sample) => sample.repeat(Math.max(1, Math.min(node.least, MANY))));
  }
}

function unitsOf(node: Node): readonly string[] {
  switch (node.kind) {
    case 'unit':
      return node.units;
    case 'repeat':
      return unitsOf(node.body);
    default:
      return node.nodes.flatMap(unitsOf);
  }
}

interface Run {
  readonly before: string;
  readonly unit: string;
  readonly after: string;
}

/** Each repetition that may go on for long, with the shortest way there and on from there. */
function runsOf(node: Node): readonly Run[] {
  switch (node.kind) {
    case 'unit':
      return [];
    case 'any':
      return node.nodes.flatMap(runsOf);
    case 'repeat': {
      const inner = runsOf(node.body);
      if (node.most < LONG) return inner;
      return [...inner, ...samplesOf(node.body).map((unit): Run => ({ before: '', unit, after: '' }))];
    }
    default:
      return node.nodes.flatMap((part, index) => {
        const before = node.nodes.slice(0, index).map(shortest).join('');
        const after = node.nodes
          .slice(index + 1)
          .map(shortest)
          .join('');
        return runsOf(part).map((run): Run => ({ ...run, before: before + run.before, after: run.after + after }));
      });
  }
}

/** ECMA-262, "Patterns", as far as our expressions go: most assertions are taken for nothing, back references too. */
function parse(source: string): Node {
  let at = 0;
  const peek = () => source.charAt(at);
  const alternatives = (): Node => {
    const nodes = [sequence()];
    while (peek() === '|') {
      at++;
      nodes.push(sequence());
    }
    return nodes.length === 1 ? (nodes[0] ?? EMPTY) : { kind: 'any', nodes };
  };
  const sequence = (): Node => {
    const nodes: Node[] = [];
    while (at < source.length && peek() !== '|' && peek() !== ')') nodes.push(quantified(atom()));
    return { kind: 'all', nodes };
  };
  const quantified = (body: Node): Node => {
    const written = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(at));
    if (!written) return body;
    at += written[0].length;
    const [sign, least, comma, most] = written;
    if (least === undefined)
      return { kind: 'repeat', body, least: sign.startsWith('+') ? 1 : 0, most: sign.startsWith('?') ? 1 : MANY };
    return { kind: 'repeat', body, least: Number(least), most: comma === '' ? Number(least) : Number(most || MANY) };
  };
  const atom = (): Node => {
    const unit = peek();
    if (unit === '(') return group();
    if (unit === '[') return characterClass();
    at++;
    if (unit === '^' || unit === '$') return EMPTY;
    if (unit === '.') return { kind: 'unit', units: ['a', '.', '-'] };
    return unit === '\\' ? escaped() : { kind: 'unit', units: [unit] };
  };
  const group = (): Node => {
    const opening = /^\((?:\?(?:<?[=!]|:|<\w+>))?/.exec(source.slice(at))?.[0] ?? '(';
    at += opening.length;
    const body = alternatives();
    at++;
    // What must stand before a match is looked for at every place, and takes as long as if it were a part of it.
    return /[=!]$/.test(opening) && opening !== '(?<=' ? EMPTY : body;
  };
  const escaped = (): Node => {
    const letter = peek();
    at++;
    if (letter === 'u') {
      at += 4;
      return { kind: 'unit', units: [String.fromCharCode(Number.parseInt(source.slice(at - 4, at), 16))] };
    }
    if (letter === 'b' || letter === 'B' || /[1-9]/.test(letter)) return EMPTY;
    return { kind: 'unit', units: CLASSES[letter] ?? [letter] };
  };
  const characterClass = (): Node => {
    const end = /^\[(?:\\.|[^\]\\])*\]/.exec(source.slice(at))?.[0].length ?? 1;
    const written = source.slice(at, at + end);
    at += end;
    const isIn = new RegExp(`^${written}$`);
    return { kind: 'unit', units: UNITS.filter((unit) => isIn.test(unit)) };
  };
  return alternatives();
}

const CLASSES: Readonly<Record<string, readonly string[]>> = {
  w: ['a', '_', '0'],
  W: ['-', ' '],
  d: ['0'],
  D: ['a', '-'],
  s: [' ', '\t', '\n'],
  S: ['a', '-', '"'],
  n: ['\n'],
  r: ['\r'],
  t: ['\t'],
};

const UNITS: readonly string[] = [...'aAfFzZ0127_-./:@ \t\n\r"\'`$%{}()[]<>|,;&?#=+*!\\\uFFFF'];
