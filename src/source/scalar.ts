/**
 * The type of a plain scalar. Docker's Go YAML library reads YAML 1.2's words with YAML 1.1's numbers, which no
 * published schema does: `yes` is a string, `010` is 8, `1_000` is 1000, `22:22` is a string, `2001-12-14` is a time.
 */
import type { Scalar, ScalarType } from './tree.js';

export interface Resolved {
  readonly type: ScalarType;
  readonly value: Scalar['value'];
}

const NULL: Resolved = { type: 'null', value: null };
const TRUE: Resolved = { type: 'boolean', value: true };
const FALSE: Resolved = { type: 'boolean', value: false };
const NOT_A_NUMBER: Resolved = { type: 'float', value: Number.NaN };
const INFINITY: Resolved = { type: 'float', value: Number.POSITIVE_INFINITY };
const MINUS_INFINITY: Resolved = { type: 'float', value: Number.NEGATIVE_INFINITY };
const MINUS_ZERO: Resolved = { type: 'float', value: -0 };

const WORDS: ReadonlyMap<string, Resolved> = new Map([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, NULL] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, TRUE] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, FALSE] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NOT_A_NUMBER] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, MINUS_INFINITY] as const),
  ...['-0', '-0.0'].map((word) => [word, MINUS_ZERO] as const),
]);

const LONGEST_NUMBER = 4096;

export function resolvePlain(text: string): Resolved {
  const word = WORDS.get(text);
  if (word) return word;
  if (text.length <= LONGEST_NUMBER) {
    const first = text.charAt(0);
    // Behind a point alone, Go allows `_` between digits only.
    if (first === '.' && /^\.[0-9]/.test(text) && !/_(?![0-9])|[^0-9]_/.test(text)) {
      const value = floatOf(text.replaceAll('_', ''));
      if (value) return value;
    }
    if (NUMBER_STARTS.includes(first)) {
      const value = timestampOf(text) ?? numberOf(text.replaceAll('_', ''));
      if (value) return value;
    }
  }
  return { type: 'string', value: text };
}

const NUMBER_STARTS = '0123456789+-';
const NUMBER_ENDS = '0123456789abcdefABCDEF.';

/** Most of what begins like a number is a size or a duration, or has a few digits. */
function numberOf(text: string): Resolved | undefined {
  if (!NUMBER_ENDS.includes(text.charAt(text.length - 1))) return undefined;
  if (/^(?:0|[1-9][0-9]{0,14})$/.test(text)) return { type: 'integer', value: Number(text) };
  return integerOf(text) ?? floatOf(text);
}

function floatOf(text: string): Resolved | undefined {
  if (!/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? { type: 'float', value } : undefined;
}

const LARGEST_UNSIGNED = 2n ** 64n - 1n;
const SMALLEST_SIGNED = -(2n ** 63n);
/** `0o17`, `0b11` and `0x1f`, and YAML 1.1's `017`. */
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;

function integerOf(text: string): Resolved | undefined {
  const match = INTEGER.exec(text);
  if (!match) return undefined;
  const [, sign, hexadecimal, binary, octal, decimal] = match;
  const literal = hexadecimal ? `0x${hexadecimal}` : binary ? `0b${binary}` : octal ? `0o${octal}` : `${decimal}`;
  const magnitude = BigInt(literal);
  const integer = sign === '-' ? -magnitude : magnitude;
  // A sign keeps Go from trying an unsigned 64-bit integer.
  const largest = sign ? 2n ** 63n - 1n : LARGEST_UNSIGNED;
  if (integer < SMALLEST_SIGNED || integer > largest) return undefined;
  const number = Number(integer);
  return { type: 'integer', value: Number.isSafeInteger(number) ? number : integer };
}

const TIMESTAMP =
  /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:[Tt]| +)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]+))?(Z|[-+][0-9]{2}:[0-9]{2})?)?$/;

/** A point in time as Go prints it: `2001-12-14 21:59:43.1 -0500 -0500`. */
function timestampOf(text: string): Resolved | undefined {
  if (text.charAt(4) !== '-') return undefined;
  const match = TIMESTAMP.exec(text);
  if (!match) return undefined;
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
  const hasTime = match[4] !== undefined;
  const isSpaced = hasTime && text.includes(' ');
  if (hasTime && isSpaced === (zone !== undefined)) return undefined;
  if (!isDate(Number(year), Number(month), Number(day))) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (zone !== undefined && zone !== 'Z' && (Number(zone.slice(1, 3)) > 24 || Number(zone.slice(4)) > 60))
    return undefined;
  const two = (number: string): string => number.padStart(2, '0');
  const nanoseconds = fraction.slice(0, 9).replace(/(?<!0)0+$/, '');
  const offset = zone === undefined || zone === 'Z' || /[1-9]/.test(zone) === false ? '+0000 UTC' : offsetText(zone);
  const time = `${two(hour)}:${two(minute)}:${two(second)}${nanoseconds ? `.${nanoseconds}` : ''}`;
  return { type: 'timestamp', value: `${year}-${two(month)}-${two(day)} ${time} ${offset}` };
}

function offsetText(zone: string): string {
  const offset = zone.replace(':', '');
  return `${offset} ${offset}`;
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}
