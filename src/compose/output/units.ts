/** Sizes and durations as Compose reads and prints them: `512m` is a number of bytes, `90s` prints as `1m30s`. */
import { parseGoFloat } from '../go-float.js';

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string };

const BINARY_UNITS: ReadonlyMap<string, number> = new Map([
  ['k', 2 ** 10],
  ['m', 2 ** 20],
  ['g', 2 ** 30],
  ['t', 2 ** 40],
  ['p', 2 ** 50],
]);

/** Bytes of a text such as `1.5gb`, `64 MiB` or `1024` (go-units `RAMInBytes`). */
export function parseSize(text: string): Parsed<bigint> {
  const invalid = { ok: false, reason: `invalid size: '${text}'` } as const;
  const last = Math.max(...['.', ' ', ...'0123456789'].map((character) => text.lastIndexOf(character)));
  if (last === -1) return invalid;
  const number = text.slice(0, text[last] === ' ' ? last : last + 1);
  const suffix = text.slice(last + 1).toLowerCase();
  const size = parseGoFloat(number);
  if (size === undefined) {
    return { ok: false, reason: `strconv.ParseFloat: parsing ${quote(number)}: invalid syntax` };
  }
  if (size < 0) return invalid;
  const factor = sizeFactor(suffix);
  if (factor === undefined) return { ok: false, reason: `invalid suffix: '${suffix}'` };
  const bytes = Math.trunc(size * factor);
  return { ok: true, value: Number.isFinite(bytes) ? BigInt(bytes) : 0n };
}

function sizeFactor(suffix: string): number | undefined {
  if (suffix === '' || suffix === 'b') return 1;
  const factor = BINARY_UNITS.get(suffix[0] ?? '');
  return ['', 'b', 'ib'].includes(suffix.slice(1)) ? factor : undefined;
}

const NANOSECONDS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
  ['d', 86_400_000_000_000n],
  ['w', 604_800_000_000_000n],
]);
const LONGEST_DURATION = 2n ** 63n - 1n;

/** Nanoseconds of a text such as `1m30s` or `2d` (Go's `time.ParseDuration` with days and weeks). */
export function parseDuration(text: string): Parsed<bigint> {
  const invalid = { ok: false, reason: `time: invalid duration ${quote(text)}` } as const;
  const negative = text.startsWith('-');
  let rest = text.replace(/^[-+]/, '');
  if (rest === '0') return { ok: true, value: 0n };
  if (rest === '') return invalid;
  let total = 0n;
  while (rest !== '') {
    const amount = /^([0-9]*)(?:\.([0-9]*))?/.exec(rest);
    const [matched = '', whole = '', fraction = ''] = amount ?? [];
    if (whole === '' && fraction === '') return invalid;
    rest = rest.slice(matched.length);
    const unit = /^[^.0-9]*/.exec(rest)?.[0] ?? '';
    if (unit === '') return { ok: false, reason: `time: missing unit in duration ${quote(text)}` };
    const size = NANOSECONDS.get(unit);
    if (size === undefined) {
      return { ok: false, reason: `time: unknown unit ${quote(unit)} in duration ${quote(text)}` };
    }
    rest = rest.slice(unit.length);
    total += BigInt(whole || '0') * size + BigInt(Math.trunc(Number(`0.${fraction || '0'}`) * Number(size)));
    if (total > LONGEST_DURATION) return invalid;
  }
  return { ok: true, value: negative ? -total : total };
}

/** Go's `Duration.String()`. */
export function formatDuration(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0s';
  const sign = nanoseconds < 0n ? '-' : '';
  const amount = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (amount < 1_000n) return `${sign}${amount}ns`;
  if (amount < 1_000_000n) return `${sign}${decimal(amount, 1_000n)}µs`;
  if (amount < 1_000_000_000n) return `${sign}${decimal(amount, 1_000_000n)}ms`;
  const minutes = amount / 60_000_000_000n;
  const seconds = `${decimal(amount % 60_000_000_000n, 1_000_000_000n)}s`;
  if (minutes === 0n) return `${sign}${seconds}`;
  const hours = minutes / 60n;
  return hours === 0n ? `${sign}${minutes}m${seconds}` : `${sign}${hours}h${minutes % 60n}m${seconds}`;
}

function decimal(amount: bigint, unit: bigint): string {
  const fraction = String(amount % unit)
    .padStart(String(unit).length - 1, '0')
    .replace(/(?<!0)0+$/, '');
  return fraction ? `${amount / unit}.${fraction}` : String(amount / unit);
}

/** Go's `%q`, as far as texts from a Compose file need it. */
export function quote(text: string): string {
  return JSON.stringify(text);
}
