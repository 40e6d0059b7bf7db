/** Splits the projects of a run over machines. Every machine comes to the same answer by itself. */
import { digestOf } from '../analysis/digest.js';
import { groupsOf } from '../topology/groups.js';
import type { Shard } from './shard-name.js';

/** Something that one machine takes as a whole. */
export interface Piece {
  /** Its name wherever the run takes place: a path from the working directory. */
  readonly name: string;
  /** Pieces with a link in common are judged together, and so go to one machine. */
  readonly links: readonly string[];
  /** How much work it is, more or less: the length of its texts. */
  readonly weight: number;
}

export interface Share {
  /** Which of the pieces the shard takes, by their index. */
  readonly own: ReadonlySet<number>;
  /** The same for all shards that see the same pieces, and for no others. */
  readonly run: string;
}

/**
 * The heaviest first, each to the shard that has the least by then: a hash of the name would leave some of a few shards
 * empty and others with twice their share. The order of the pieces does not matter.
 */
export function shareOf(pieces: readonly Piece[], { index, count }: Shard): Share {
  const groups = groupsOf(pieces.map(({ links }) => links)).map((members) => ({
    members,
    name: members.map((member) => pieces[member]?.name ?? '').reduce((least, name) => (name < least ? name : least)),
    weight: members.reduce((sum, member) => sum + Math.max(pieces[member]?.weight ?? 0, 1), 0),
  }));
  groups.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
  const loads = new Array<number>(count).fill(0);
  const own = new Set<number>();
  for (const { members, weight } of groups) {
    const least = indexOfLeast(loads);
    loads[least] = (loads[least] ?? 0) + weight;
    if (least === index - 1) for (const member of members) own.add(member);
  }
  const identity = groups.map(({ name, weight }) => [name, weight]);
  return { own, run: digestOf(JSON.stringify(identity)) };
}

/** The first among equals. */
function indexOfLeast(loads: readonly number[]): number {
  let least = 0;
  for (let index = 1; index < loads.length; index++) if ((loads[index] ?? 0) < (loads[least] ?? 0)) least = index;
  return least;
}
