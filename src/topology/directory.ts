/** Everybody in a landscape by name, as one project sees it, in the order of every list. */
import { type Inhabitant, landscapeOf, nameOf, type Pod } from './landscape.js';
import { byCodeUnit } from './names.js';
import type { Topology } from './topology.js';

export interface Directory {
  /** Sorted by name. */
  readonly entries: readonly Inhabitant[];
  readonly rank: ReadonlyMap<Inhabitant, number>;
}

const directories = new WeakMap<Topology, Directory>();

export function directoryOf(topology: Topology): Directory {
  const known = directories.get(topology);
  if (known) return known;
  const named = landscapeOf(topology).pods.flatMap((pod) =>
    pod.inhabitants.map((inhabitant) => ({ name: nameOf(topology, inhabitant), inhabitant })),
  );
  const entries = named.sort((a, b) => byCodeUnit(a.name, b.name)).map(({ inhabitant }) => inhabitant);
  const directory = { entries, rank: new Map(entries.map((inhabitant, rank) => [inhabitant, rank])) };
  directories.set(topology, directory);
  return directory;
}

/** Everybody in the given namespaces, sorted by name. */
export function inhabitantsOf(topology: Topology, pods: ReadonlySet<Pod>): readonly Inhabitant[] {
  const { entries, rank } = directoryOf(topology);
  if (pods.size === landscapeOf(topology).pods.length) return entries;
  const found = [...pods].flatMap((pod) => pod.inhabitants);
  return found.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}
