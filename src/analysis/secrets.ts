/** Which pieces of the texts no output may show: what the rules found to be secret, and the same value elsewhere. */
import type { Project } from '../compose/project.js';
import { credentialsOf } from '../rules/credentials/find.js';
import type { Finder } from '../rules/credentials/needles.js';
import { Secret } from '../rules/credentials/secret.js';
import type { Range, SourceText } from '../source/text.js';
import { textOf } from '../source/text.js';

/** Of fixed width, so that not even a secret's length is told. */
export const MASK = '•••';

/** The ranges to mask in a text, in order; each text is searched when it is first asked for. Linear in its size. */
export function secretRanges(found: readonly Range[], find: Finder): (source: SourceText) => readonly Range[] {
  const bySource = new Map<SourceText, Range[]>();
  for (const range of found) {
    const known = bySource.get(range.source);
    if (known) known.push(range);
    else bySource.set(range.source, [range]);
  }
  const masks = new Map<SourceText, readonly Range[]>();
  return (source) => {
    const known = masks.get(source);
    if (known) return known;
    const ranges = bySource.get(source) ?? [];
    for (const { start, end } of find(source.text)) ranges.push({ source, start, end });
    ranges.sort((a, b) => a.start - b.start || a.end - b.end);
    masks.set(source, ranges);
    return ranges;
  };
}

/** For texts that are no piece of a file: names, messages, paths. */
export function hiderOf(find: Finder): (text: string) => string {
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
  const secrets = projects.flatMap((project) => credentialsOf(project).map(({ secret }) => secret));
  return hiderOf(Secret.finders(secrets).names);
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
