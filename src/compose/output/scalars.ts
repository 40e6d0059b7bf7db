/** Codecs of single values: texts, numbers, booleans, sizes, durations, file modes. */
import { stringValue, type Tree } from '../../source/tree.js';
import { truthOf } from '../casts.js';
import { parseGoFloat } from '../go-float.js';
import { goText, goType } from '../go-text.js';
import type { Codec } from './codec.js';
import { expected, value } from './codec.js';
import type { Parsed } from './units.js';
import { formatDuration, parseDuration, parseSize, quote } from './units.js';

/** Texts; Compose takes integers for them, but neither floats nor booleans. */
export const text: Codec = value('', (tree) => {
  if (tree.kind === 'scalar' && (tree.type === 'string' || tree.type === 'integer'))
    return { json: String(tree.value) };
  return { reason: expected('string', tree) };
});

export const boolean: Codec = value(false, (tree) => {
  const truth = truthOf(tree);
  if (truth !== undefined) return { json: truth };
  const text = stringValue(tree);
  return { reason: text === undefined ? expected('bool', tree) : `invalid boolean: ${text}` };
});

/** A boolean that is true unless denied: only the denial is printed. */
export const optOut: Codec = { ...boolean, omits: (json) => json === true };

const INTEGER = /^[-+]?[0-9]+$/;

export const integer: Codec = value(0, (tree) => {
  const number = numberOf(tree, (digits) => (INTEGER.test(digits) ? Number(digits) : undefined));
  if (typeof number !== 'number') return { reason: number };
  return { json: Math.trunc(number) };
});

/** What Go holds unsigned: unlike other numbers, never a text, and nothing below zero. */
export const unsigned: Codec = value(0, (tree) => {
  if (tree.kind !== 'scalar' || (typeof tree.value !== 'number' && typeof tree.value !== 'bigint')) {
    return { reason: expected('uint', tree) };
  }
  const number = Math.trunc(Number(tree.value));
  return number < 0 ? { reason: `cannot parse value as 'uint': ${number} overflows uint` } : { json: number };
});

export const float: Codec = value(0, (tree) => {
  const number = numberOf(tree, parseGoFloat);
  if (typeof number !== 'number') return { reason: number };
  return { json: shortestFloat32(number) };
});

/** The number a tree holds, or why it holds none. */
function numberOf(tree: Tree, parse: (digits: string) => number | undefined): number | string {
  if (tree.kind !== 'scalar') return expected('int', tree);
  const { value: held } = tree;
  if (typeof held === 'number' || typeof held === 'bigint') return Number(held);
  if (typeof held !== 'string') return expected('int', tree);
  return parse(held) ?? `strconv.ParseInt: parsing ${quote(held)}: invalid syntax`;
}

/** The shortest decimal that stands for the same 32-bit number, which is what Go prints. */
function shortestFloat32(number: number): number {
  const rounded = Math.fround(number);
  if (!Number.isFinite(rounded)) return number;
  for (let digits = 1; digits < 10; digits++) {
    const candidate = Number(rounded.toPrecision(digits));
    if (Math.fround(candidate) === rounded) return candidate;
  }
  return rounded;
}

/** Bytes, printed as a text of digits. Types it does not know, floats among them, count as zero. */
export const size: Codec = value(
  '0',
  (tree) => {
    if (tree.kind !== 'scalar') return { json: '0' };
    if (tree.type === 'integer') return { json: String(tree.value) };
    return typeof tree.value === 'string' ? print(parseSize(tree.value), String) : { json: '0' };
  },
  (json) => json === '0',
);

export const duration: Codec = value(
  '0s',
  (tree) =>
    tree.kind === 'scalar' ? print(parseDuration(goText(tree)), formatDuration) : { reason: expected('int64', tree) },
  (json) => json === '0s',
);

function print<Value>(parsed: Parsed<Value>, format: (value: Value) => string) {
  return parsed.ok ? { json: format(parsed.value) } : { reason: parsed.reason };
}

/** Numbers are taken as they are, texts as octal digits. */
export const fileMode: Codec = value(null, (tree) => {
  if (tree.kind === 'scalar' && tree.type === 'integer') return { json: `0${Number(tree.value).toString(8)}` };
  if (tree.kind !== 'scalar' || typeof tree.value !== 'string') {
    return { reason: `unexpected value type ${goType(tree)} for mode` };
  }
  if (!/^[-+]?[0-7]+$/.test(tree.value)) {
    return { reason: `strconv.ParseInt: parsing ${quote(tree.value)}: invalid syntax` };
  }
  return { json: `0${Number.parseInt(tree.value, 8).toString(8)}` };
});

/** Processors of `deploy.resources`. */
export const processors: Codec = value(0, (tree) => {
  if (tree.kind !== 'scalar' || tree.type === 'boolean') {
    return { reason: `unexpected value type ${goType(tree)} for cpus` };
  }
  const number = typeof tree.value === 'string' ? parseGoFloat(tree.value) : Number(tree.value);
  if (number === undefined) return { reason: `strconv.ParseFloat: parsing ${quote(goText(tree))}: invalid syntax` };
  return { json: shortestFloat32(number) };
});

export const deviceCount: Codec = value(0, (tree) => {
  if (tree.kind !== 'scalar') return { reason: `invalid type ${goType(tree)} for device count` };
  if (tree.type === 'integer') return { json: Number(tree.value) };
  if (typeof tree.value !== 'string') return { reason: `invalid type ${goType(tree)} for device count` };
  if (tree.value.toLowerCase() === 'all') return { json: -1 };
  if (INTEGER.test(tree.value)) return { json: Number(tree.value) };
  return { reason: `invalid value ${quote(tree.value)}, the only value allowed is 'all' or a number` };
});
