/** Which pieces of the texts no output may show: what the rules found to be secret, and the same value elsewhere. */
import type { Project } from '../compose/project.js';
import { credentialsOf } from '../rules/credentials/find.js';
import { Secret } from '../rules/credentials/secret.js';
import type { Range, SourceText } from '../source/text.js';
import { textOf } from '../source/text.js';

/** Of fixed width, so that not even a secret's length is told. */
export const MASK = '•••';

/** The ranges to mask, per text. Linear in the size of the texts. */
export function secretRanges(
  found: readonly Range[],
  secrets: readonly Secret[],
  sources: Iterable<SourceText>,
): ReadonlyMap<SourceText, readonly Range[]> {
  const masks = new Map<SourceText, Range[]>();
  const mask = (range: Range) => {
    const known = masks.get(range.source);
    if (known) known.push(range);
    else masks.set(range.source, [range]);
  };
  for (const range of found) mask(range);
  const find = Secret.finder([...secrets, ...written(found)], 'texts');
  for (const source of new Set([...sources, ...found.map((range) => range.source)]))
    for (const { start, end } of find(source.text)) mask({ source, start, end });
  for (const ranges of masks.values()) ranges.sort((a, b) => a.start - b.start || a.end - b.end);
  return masks;
}

/** For texts that are no piece of a file: names, messages, paths. */
export function hiderOf(found: readonly Range[], secrets: readonly Secret[]): (text: string) => string {
  if (found.length === 0 && secrets.length === 0) return (text) => text;
  const find = Secret.finder([...secrets, ...written(found)], 'names');
  return (text) => {
    let shown = '';
    let at = 0;
    for (const { start, end } of find(text)) {
      shown += text.slice(at, start) + MASK;
      at = end;
    }
    return shown + text.slice(at);
  };
}

/** Where no finding is told, and names of projects are. */
export function hiderFor(projects: readonly Project[]): (text: string) => string {
  return hiderOf(
    [],
    projects.flatMap((project) => credentialsOf(project).map(({ secret }) => secret)),
  );
}

/** As they stand in the files, escapes and all. */
export function written(found: readonly Range[]): readonly Secret[] {
  return found.map((range) => new Secret(textOf(range)));
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
