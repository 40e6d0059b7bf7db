/** Finds what a schema error is about in the tree, and with it the place in the files. */
import type { Range } from '../../source/text.js';
import type { Entry, Mapping, Path, Tree } from '../../source/tree.js';
import type { SchemaError } from './generated/compose.js';

export interface Place {
  readonly path: Path;
  readonly value: Tree;
  /** The entry that has the value, where it is in a mapping. */
  readonly entry?: Entry;
}

/** `keys` lead down a tree that has them; indices are digits. */
export function placeOf(root: Mapping, keys: readonly string[]): Place {
  let place: Place = { path: [], value: root };
  for (const key of keys) {
    const next = below(place, key);
    if (!next) break;
    place = next;
  }
  return place;
}

function below({ path, value }: Place, key: string): Place | undefined {
  if (value.kind === 'sequence') {
    const item = value.items[Number(key)];
    return item && { path: [...path, Number(key)], value: item };
  }
  const entry = value.kind === 'mapping' ? value.entries.get(key) : undefined;
  return entry && { path: [...path, key], value: entry.value, entry };
}

/** The value itself; the key where the value lacks something, or was not written at all; the second of two equal items. */
export function rangeOf(error: SchemaError, { value, entry }: Place): Range {
  if (error.keyword === 'uniqueItems' && value.kind === 'sequence') return value.items[error.params.j]?.at ?? value.at;
  const absent = error.keyword === 'required' || value.at.start === value.at.end;
  return absent && entry ? entry.at : value.at;
}
