/**
 * The hash by which GitHub code scanning recognises a line when lines above it come and go: `primaryLocationLineHash`.
 * The algorithm is that of `src/fingerprints.ts` in github/codeql-action, which fills the value in where SARIF lacks it.
 *
 * A line's hash covers the 100 UTF-16 units from its first one on, line ends included (each counts as LF), spaces and
 * tabs left out. After the text come one unit 65535 and as many zeros as are needed. It is a polynomial in 37, modulo 2^64.
 */

const WINDOW = 100;
const BASE = 37;
const WORD = 0x1_0000_0000;
/** 37^100: the weight with which a unit leaves the window. */
const LEAVING = BigInt.asUintN(64, BigInt(BASE) ** BigInt(WINDOW));
const LEAVING_HIGH = Number(LEAVING >> 32n);
const LEAVING_LOW = Number(LEAVING & 0xffff_ffffn);

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const END_OF_TEXT = 65535;

/** For each line of a text, `hex:occurrence`; the occurrence tells equal hashes apart, from 1. Takes linear time. */
export function lineHashes(text: string): readonly string[] {
  const hashes: string[] = [];
  const seen = new Map<string, number>();
  const units = new Uint16Array(WINDOW);
  /** Whether the unit in the same slot of the window begins a line. */
  const begins = new Uint8Array(WINDOW);
  let slot = 0;
  // The 64 bits in two halves: every product below stays under 2^53, so doubles are exact and no BigInt is needed.
  let high = 0;
  let low = 0;

  function push(unit: number, beginsLine: boolean): void {
    const leaving = units[slot] ?? 0;
    if (begins[slot] === 1) hashes.push(numbered(hexadecimal(high, low), seen));
    units[slot] = unit;
    begins[slot] = beginsLine ? 1 : 0;
    const lowSum = low * BASE + unit - leaving * LEAVING_LOW;
    high = (high * BASE + Math.floor(lowSum / WORD) - leaving * LEAVING_HIGH) % WORD;
    if (high < 0) high += WORD;
    low = lowSum - Math.floor(lowSum / WORD) * WORD;
    slot = (slot + 1) % WINDOW;
  }

  let atLineStart = true;
  let afterCarriageReturn = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const skipped = unit === SPACE || unit === TAB || (unit === LF && afterCarriageReturn);
    afterCarriageReturn = unit === CR;
    if (skipped) continue;
    const endsLine = unit === LF || unit === CR;
    push(endsLine ? LF : unit, atLineStart);
    atLineStart = endsLine;
  }
  push(END_OF_TEXT, atLineStart);
  for (let index = 0; index < WINDOW; index++) push(0, false);
  return hashes;
}

function hexadecimal(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}

function numbered(hash: string, seen: Map<string, number>): string {
  const occurrence = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, occurrence);
  return `${hash}:${occurrence}`;
}
