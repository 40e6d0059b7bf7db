/** Which pieces of the texts no output may show: what the rules found to be secret, and the same value elsewhere. */
import type { Range, SourceText } from '../source/text.js';
import { textOf } from '../source/text.js';

/** Of fixed width, so that not even a secret's length is told. */
export const MASK = '•••';

/** What a value is written between: a secret elsewhere begins where such a run of other characters begins. */
const WORD = /[^\s"'`=:@/,;()[\]{}<>|&]+/g;

/**
 * A short or plain lower-case word (`postgres`) is found everywhere and gives nothing away; masking each occurrence
 * would only make the report unreadable. Its own place is masked all the same.
 */
function isTelling(secret: string): boolean {
  return secret.length >= 12 || (secret.length >= 6 && !/^[a-z]+$/.test(secret));
}

/** The ranges to mask, per text. Linear in the size of the texts. */
export function secretRanges(
  found: readonly Range[],
  sources: Iterable<SourceText>,
): ReadonlyMap<SourceText, readonly Range[]> {
  const masks = new Map<SourceText, Range[]>();
  const mask = (range: Range) => {
    const known = masks.get(range.source);
    if (known) known.push(range);
    else masks.set(range.source, [range]);
  };
  const byFirstWord = new Map<string, Set<string>>();
  for (const range of found) {
    mask(range);
    const secret = textOf(range);
    if (!isTelling(secret)) continue;
    const word = secret.match(WORD)?.[0];
    if (!word || !secret.startsWith(word)) continue;
    const known = byFirstWord.get(word);
    if (known) known.add(secret);
    else byFirstWord.set(word, new Set([secret]));
  }
  if (byFirstWord.size > 0) {
    for (const source of new Set([...sources, ...found.map((range) => range.source)])) {
      for (const { 0: word, index } of source.text.matchAll(WORD)) {
        // `${VARIABLE:-secret}`: the operator is no part of the value.
        const start = /^[-+?]/.test(word) && !byFirstWord.has(word) ? index + 1 : index;
        for (const secret of byFirstWord.get(word.slice(start - index)) ?? []) {
          if (source.text.startsWith(secret, start)) mask({ source, start, end: start + secret.length });
        }
      }
    }
  }
  for (const ranges of masks.values()) ranges.sort((a, b) => a.start - b.start || a.end - b.end);
  return masks;
}

/** A piece of a text with its secrets masked; `undefined` where it has none. `masks` are in order. */
export function maskedText({ source, start, end }: Range, masks: readonly Range[]): string | undefined {
  let shown = '';
  let at = start;
  for (const mask of masks) {
    if (mask.end <= at || mask.start >= end) continue;
    shown += source.text.slice(at, Math.max(at, mask.start)) + MASK;
    at = mask.end;
  }
  return shown === '' ? undefined : shown + source.text.slice(Math.min(at, end), end);
}
