/** `<<`: the entries of other mappings, as Docker's YAML library merges them. */
import type { Range } from './text.js';
import type { Entry, Mapping, Tree } from './tree.js';
import { copyWithStep, sizeOf } from './yaml-steps.js';

export interface MergeOptions {
  /** Names whose written values have a tag of their own: whether they stay is for others to say. */
  readonly tagged: ReadonlySet<string>;
  readonly report: (message: string, start: number, end: number) => void;
  /** Pays for the copies that merging makes. */
  readonly spend: (nodes: number) => void;
}

/**
 * An entry that is written wins over a merged one wherever it stands, and the first of several merged mappings wins.
 */
export function mergeEntries(
  written: readonly Entry[],
  merges: readonly { readonly value: Tree; readonly at: Range }[],
  { tagged, report, spend }: MergeOptions,
): readonly Entry[] {
  const names = new Set(written.flatMap((entry) => (tagged.has(entry.name) ? [] : [entry.name])));
  const merged: Entry[] = [];
  for (const { value, at } of merges) {
    for (const mapping of mappingsOf(value, at, report)) {
      for (const entry of mapping.entries.values()) {
        if (names.has(entry.name)) continue;
        names.add(entry.name);
        spend(1 + sizeOf(entry.value));
        const step = { how: 'merge-key', site: at } as const;
        merged.push({
          ...entry,
          at: { ...entry.at, via: [...entry.at.via, step] },
          value: copyWithStep(entry.value, step),
        });
      }
    }
  }
  if (tagged.size === 0) return [...written, ...merged];
  const behind = new Map(merged.map((entry) => [entry.name, entry]));
  const all = written.map((entry) => {
    const hidden = tagged.has(entry.name) ? behind.get(entry.name) : undefined;
    return hidden ? { ...entry, behind: hidden } : entry;
  });
  return [...all, ...merged.filter(({ name }) => !tagged.has(name))];
}

function mappingsOf(
  value: Tree,
  at: Range,
  report: (message: string, start: number, end: number) => void,
): readonly Mapping[] {
  const values = value.kind === 'sequence' ? value.items : [value];
  const mappings = values.filter((item) => item.kind === 'mapping');
  if (mappings.length < values.length)
    report('a merge key needs a mapping, or a list of mappings, as its value', at.start, at.end);
  return mappings;
}
