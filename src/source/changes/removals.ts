/** Items taken out of lists, and lists that hold nothing then: comments stay where they are. */
import { replacement, type TextEdit } from '../edits.js';
import type { Range } from '../text.js';
import type { Entry, Mapping, Sequence, Tree } from '../tree.js';
import {
  CannotChange,
  demandOwn,
  isFlow,
  type Layout,
  lineEnd,
  lineStart,
  nextLine,
  ownEntries,
  writtenEnd,
} from './written.js';

export interface Removal {
  readonly edits: readonly TextEdit[];
  /** The entry that goes as a whole, since nothing is left in it. */
  readonly emptied?: Entry;
}

const indices = new WeakMap<Sequence, ReadonlyMap<number, readonly number[]>>();

/** Which items of a list stand in it themselves, by where they begin: each of many findings may take one out. */
function writtenItems(list: Sequence): ReadonlyMap<number, readonly number[]> {
  const known = indices.get(list);
  if (known) return known;
  const found = new Map<number, number[]>();
  for (const [index, { at }] of list.items.entries()) {
    if (at.via.length > 0) continue;
    const same = found.get(at.start);
    if (same) same.push(index);
    else found.set(at.start, [index]);
  }
  indices.set(list, found);
  return found;
}

/** Takes the items at these places out of the list that is the entry's value. */
export function removeItems(layout: Layout, parent: Mapping, entry: Entry, places: readonly Range[]): Removal {
  const { value: list } = entry;
  if (list.kind !== 'sequence') throw new CannotChange('it is no list');
  demandOwn(layout, parent);
  demandOwn(layout, list);
  const starts = new Set(places.map(({ start }) => start));
  const isGone = (item: Tree): boolean => item.at.via.length === 0 && starts.has(item.at.start);
  const written = writtenItems(list);
  const taken = [...starts].flatMap((start) => written.get(start) ?? []).sort((a, b) => a - b);
  const gone = taken.flatMap((index) => list.items[index] ?? []);
  if (gone.length !== starts.size) throw new CannotChange('it comes from an anchor or a merge key');
  for (const item of gone) demandOwn(layout, item);
  if (gone.length === list.items.length) return { edits: removeEntry(layout, parent, entry, list), emptied: entry };
  if (isFlow(list)) return { edits: removeFromFlow(layout, list.items, isGone) };
  return { edits: joined(gone.map((item) => removeLines(layout, dashOf(layout, item), item.at.end))) };
}

function removeEntry(layout: Layout, parent: Mapping, entry: Entry, list: Sequence): readonly TextEdit[] {
  if (isFlow(parent)) {
    const entries = ownEntries(parent);
    const ranges = entries.map(({ at, value }) => ({ at: { ...at, end: Math.max(at.end, writtenEnd(value)) } }));
    const index = entries.indexOf(entry);
    return removeFromFlow(layout, ranges, (item) => item === ranges[index]);
  }
  if (isFlow(list)) return [removeLines(layout, entry.at.start, list.at.end)];
  const key = removeLines(layout, entry.at.start, behindColon(layout, entry));
  return joined([key, ...list.items.map((item) => removeLines(layout, dashOf(layout, item), writtenEnd(item)))]);
}

function behindColon({ source }: Layout, { at }: Entry): number {
  const colon = source.text.indexOf(':', at.end);
  if (source.text.slice(at.end, colon).trim() !== '') throw new CannotChange('the key is written in a rare form');
  return colon + 1;
}

function dashOf({ source }: Layout, item: Tree): number {
  let dash = item.at.start - 1;
  while (dash > 0 && ' \t'.includes(source.text.charAt(dash))) dash--;
  if (source.text.charAt(dash) !== '-') throw new CannotChange('an anchor or a tag stands there');
  return dash;
}

/** The lines of what stands at `[start, end)` alone; of a comment behind it, its line stays. */
function removeLines({ source, lineBreak }: Layout, start: number, end: number): TextEdit {
  const { text } = source;
  const [first, last] = [lineStart(source, start), lineEnd(source, end)];
  const rest = text.slice(end, last);
  if (text.slice(first, start).trim() !== '' || !/^[ \t]*(#.*)?$/.test(rest) || text.slice(start, end).includes('#'))
    throw new CannotChange('other things stand on its lines');
  const comment = rest.indexOf('#');
  if (comment >= 0) return replacement(source, start, end + comment, '');
  if (last < text.length || first === 0) return replacement(source, first, nextLine(source, end), '');
  // The last line of a file that does not end in a line break.
  return replacement(source, Math.max(0, first - lineBreak.length), last, '');
}

/** Deletions that touch or overlap become one. */
function joined(deletions: readonly TextEdit[]): readonly TextEdit[] {
  const kept: TextEdit[] = [];
  for (const deletion of [...deletions].sort((a, b) => a.at.start - b.at.start)) {
    const last = kept.at(-1);
    if (last && deletion.at.start <= last.at.end) {
      kept[kept.length - 1] = { at: { ...last.at, end: Math.max(last.at.end, deletion.at.end) }, text: '' };
    } else kept.push(deletion);
  }
  return kept;
}

interface Placed {
  readonly at: Range;
}

/** With one of the commas beside each run of items. */
function removeFromFlow<Item extends Placed>(
  { source }: Layout,
  items: readonly Item[],
  isGone: (item: Item) => boolean,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let index = 0; index < items.length; index++) {
    const first = items[index];
    if (!first || !isGone(first)) continue;
    let last = index;
    for (let next = items[last + 1]; next && isGone(next); next = items[last + 1]) last++;
    const [before, after] = [items[index - 1], items[last + 1]];
    const start = after || !before ? first.at.start : before.at.end;
    const end = after ? after.at.start : (items[last]?.at.end ?? first.at.end);
    if (source.text.slice(start, end).includes('#')) throw new CannotChange('a comment stands among the items');
    edits.push(replacement(source, start, end, ''));
    index = last;
  }
  return edits;
}
