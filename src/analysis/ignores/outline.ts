/** How far what begins on a line of a Compose file reaches: an entry with all its value, an item of a list. */

import { parsedOf } from '../../source/parsed.js';
import { lineStarts, positionAt, type SourceText } from '../../source/text.js';
import type { Entry, Origin, Tree } from '../../source/tree.js';

export interface Extent {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Services whose keys are on the line. */
  readonly services: readonly string[];
}

export interface Outline {
  /** Where the first key is, or whatever else is there. */
  readonly contentStart: number;
  /** By line. */
  readonly extents: ReadonlyMap<number, Extent>;
}

/** `lines`: those that somebody asks about. */
export function outlineOf(source: SourceText, lines: Iterable<number>): Outline {
  const starts = lineStarts(source);
  const extents = new Map<number, { start: number; end: number; services: string[] }>();
  for (const line of lines) {
    const start = starts[line - 1] ?? source.text.length;
    extents.set(line, { start, end: starts[line] ?? source.text.length, services: [] });
  }
  const extentAt = (from: Origin) => extents.get(positionAt(source, from.start).line);
  const walk = (tree: Tree, at: 'root' | 'services' | 'below'): void => {
    if (tree.kind === 'sequence') {
      for (const item of tree.items.filter(isWrittenHere)) {
        reach(extentAt(item.at), item.at.end);
        walk(item, 'below');
      }
    } else if (tree.kind === 'mapping') {
      for (const entry of tree.entries.values()) {
        if (entry.at.via.length > 0) continue;
        const extent = extentAt(entry.at);
        reach(extent, endOf(entry));
        if (at === 'services') extent?.services.push(entry.name);
        if (isWrittenHere(entry.value))
          walk(entry.value, at === 'root' && entry.name === 'services' ? 'services' : 'below');
      }
    }
  };
  const { documents } = parsedOf(source);
  for (const { root } of documents) if (root) walk(root, 'root');
  return { contentStart: documents[0]?.root?.at.start ?? source.text.length, extents };
}

function reach(extent: { end: number } | undefined, end: number): void {
  if (extent) extent.end = Math.max(extent.end, end);
}

/** What came through an alias or a merge key stands where its anchor is. */
function isWrittenHere(tree: Tree): boolean {
  return tree.at.via.length === 0;
}

function endOf({ at, value }: Entry): number {
  return isWrittenHere(value) ? Math.max(at.end, value.at.end) : at.end;
}
