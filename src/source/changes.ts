/** Changes of a YAML text in terms of what it says, and the edits that make them and leave everything else as it is. */
import { additions, nothingWanted, wantedAt } from './changes/additions.js';
import { removeItems } from './changes/removals.js';
import { CannotChange, demandOwn, type Layout, layoutOf } from './changes/written.js';
import { orderedEdits, type TextEdit } from './edits.js';
import type { Range, SourceText } from './text.js';
import type { Entry, Mapping, Path } from './tree.js';

export type Change =
  /** Another text in the place of a part of a scalar. */
  | { readonly kind: 'replace'; readonly at: Range; readonly text: string }
  /** The item at `at` leaves the list at `from`; the list goes with its last item. */
  | { readonly kind: 'remove'; readonly from: Path; readonly at: Range }
  /**
   * The list or mapping at `to`, made as `create` where there is none, holds `name`. A mapping gives it `value`; a list
   * whose members get members of their own becomes a mapping.
   */
  | {
      readonly kind: 'add';
      readonly to: Path;
      readonly name: string;
      readonly create: 'list' | 'mapping';
      readonly value?: Readonly<Record<string, string>>;
    };

export type Edited =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  /** Why the changes cannot be made safely; ends a sentence. */
  | { readonly ok: false; readonly reason: string };

/** The edits that make all the changes together. */
export function editsFor(source: SourceText, changes: readonly Change[]): Edited {
  try {
    const edits = orderedEdits(findEdits(source, changes));
    return edits ? { ok: true, edits } : { ok: false, reason: 'two changes meet at one place' };
  } catch (error) {
    if (!(error instanceof CannotChange)) throw error;
    return { ok: false, reason: error.message };
  }
}

function findEdits(source: SourceText, changes: readonly Change[]): readonly TextEdit[] {
  const replaced = changes.flatMap((change) =>
    change.kind === 'replace' ? [{ at: change.at, text: change.text }] : [],
  );
  if (replaced.length === changes.length) return replaced;
  const layout = layoutOf(source);
  const removed = new Set<Entry>();
  const parents = new Set<Mapping>();
  const deletions: TextEdit[] = [];
  for (const { from, places } of removals(changes)) {
    const { parent, entry } = entryAt(layout, from);
    const removal = removeItems(layout, parent, entry, places);
    if (removal.emptied) {
      removed.add(removal.emptied);
      parents.add(parent);
    }
    deletions.push(...removal.edits);
  }
  const wanted = nothingWanted();
  for (const change of changes) {
    if (change.kind !== 'add') continue;
    const collection = wantedAt(wanted, change.to);
    collection.create = change.create;
    collection.members.set(change.name, change.value ?? {});
  }
  if (wanted.inner.size === 0) demandLeft(parents, removed);
  return [...replaced, ...deletions, ...additions(layout, wanted, removed, deletions)];
}

/** By list. */
function removals(changes: readonly Change[]): Iterable<{ readonly from: Path; readonly places: readonly Range[] }> {
  const lists = new Map<string, { readonly from: Path; readonly places: Range[] }>();
  for (const change of changes) {
    if (change.kind !== 'remove') continue;
    const key = JSON.stringify(change.from);
    const list = lists.get(key) ?? { from: change.from, places: [] };
    lists.set(key, list);
    list.places.push(change.at);
  }
  return lists.values();
}

function entryAt(layout: Layout, path: Path): { readonly parent: Mapping; readonly entry: Entry } {
  let parent: Mapping = layout.root;
  for (const [index, key] of path.entries()) {
    const entry = parent.entries.get(String(key));
    if (!entry || entry.at.via.length > 0) throw new CannotChange(`\`${key}\` is not written there itself`);
    if (index === path.length - 1) return { parent, entry };
    if (entry.value.kind !== 'mapping') throw new CannotChange(`\`${key}\` is no mapping`);
    demandOwn(layout, entry.value);
    parent = entry.value;
  }
  throw new CannotChange('nothing is named');
}

/** A mapping that loses all it has would be no mapping any more. */
function demandLeft(parents: Iterable<Mapping>, removed: ReadonlySet<Entry>): void {
  for (const { entries } of parents) {
    if ([...entries.values()].every((entry) => removed.has(entry)))
      throw new CannotChange('nothing would be left of the service');
  }
}
