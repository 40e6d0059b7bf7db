/** The order of the lines that turn in the gap between two columns of a layered layout. */

/** A vertical line that a net is in: 0 is the leftmost of its gap. */
export type Track = number;

/** What turns in the gap between two columns: a line, or several that leave a box or come to one together. */
export interface Net {
  /** Where it comes to the gap on the left, and on the right. */
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Nearer than this, two lines beside each other are one to the eye. */
const TOO_NEAR = 4;

/** Worth more than any number of crossings. */
const OVERLAP = 1_000;

/** Rounds in which every net may find a better place. */
const ROUNDS = 3;

interface Numbered extends Net {
  readonly index: number;
  readonly low: number;
  readonly high: number;
}

/** A track for each net, so that lines cross seldom and never run on top of each other; none for a net that is straight. */
export function tracksOf(nets: readonly Net[]): {
  readonly tracks: readonly (Track | undefined)[];
  readonly count: number;
} {
  const turning = nets
    .map((net, index): Numbered => {
      const ends = [...net.left, ...net.right];
      return { ...net, index, low: Math.min(...ends), high: Math.max(...ends) };
    })
    .filter(({ low, high }) => high - low > 0.5);
  const tracks: (Track | undefined)[] = nets.map(() => undefined);
  let count = 0;
  const placed: { readonly net: Numbered; readonly track: Track }[] = [];
  for (const net of ordered(turning)) {
    const before = placed.filter((other) => overlap(net, other.net)).map((other) => other.track);
    const track = Math.max(-1, ...before) + 1;
    placed.push({ net, track });
    tracks[net.index] = track;
    count = Math.max(count, track + 1);
  }
  return { tracks, count };
}

function overlap(a: Numbered, b: Numbered): boolean {
  return a.low < b.high + TOO_NEAR && b.low < a.high + TOO_NEAR;
}

/** From left to right. */
function ordered(nets: readonly Numbered[]): readonly Numbered[] {
  const costs = nets.map((a) => nets.map((b) => (a === b ? 0 : costOf(a, b))));
  const cost = (a: number, b: number) => costs[a]?.[b] ?? 0;
  let order: number[] = [];
  for (const index of nets.keys()) order = inserted(order, index, cost);
  for (let round = 0; round < ROUNDS; round++) {
    const before = order.join();
    for (const index of nets.keys()) {
      order = inserted(
        order.filter((other) => other !== index),
        index,
        cost,
      );
    }
    if (order.join() === before) break;
  }
  return order.flatMap((index) => nets[index] ?? []);
}

/** Where it costs the least; of such places the first. */
function inserted(order: readonly number[], index: number, cost: (a: number, b: number) => number): number[] {
  let here = order.reduce((sum, other) => sum + cost(index, other), 0);
  let [least, best] = [here, 0];
  order.forEach((other, position) => {
    here += cost(other, index) - cost(index, other);
    if (here < least) [least, best] = [here, position + 1];
  });
  return [...order.slice(0, best), index, ...order.slice(best)];
}

/** What it costs to have `a` left of `b`: where its lines to the right cross the other's turn, and so on. */
function costOf(a: Numbered, b: Numbered): number {
  if (!overlap(a, b)) return 0;
  const inside = (ends: readonly number[], { low, high }: Numbered) => ends.filter((y) => y > low && y < high).length;
  const together = a.right.filter((y) => b.left.some((other) => Math.abs(other - y) < TOO_NEAR)).length;
  return inside(a.right, b) + inside(b.left, a) + together * OVERLAP;
}
