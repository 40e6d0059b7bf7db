/** How high frames are: around what is in them, with room for a title that no line runs through. */
import type { Picture } from './picture.js';
import type { Seat, Wire } from './route.js';

/** From top to bottom. */
export interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** Between the upper side of a frame and what is below its title. */
const TITLE = 34;

/** Of that, what no line may cross. */
const CLEAR = 24;

/** Between what is in a frame and its lower side. */
const BELOW = 14;

interface Spot {
  readonly y?: number;
  readonly height: number;
}

/** By the place of a cluster in the picture. `most`: what the layout keeps free of everything else. */
export function framesIn<Label extends Spot>(
  picture: Picture,
  seats: ReadonlyMap<string, Seat>,
  wires: readonly Wire[],
  labels: readonly (Label | undefined)[],
  columnsOf: (cluster: number) => { readonly first: number; readonly last: number },
  columnOf: (label: Label) => number | undefined,
): (cluster: number, most: Rows) => Rows {
  const homes = new Map(picture.clusters.flatMap(({ boxes }, index) => boxes.map((box) => [box.id, index])));
  const lines = wires.map(({ from, to, passes }, index) => {
    const label = labels[index];
    const rows = passes.map(({ column, y }) => ({ column, top: y, bottom: y }));
    const own = label === undefined ? [] : [{ column: columnOf(label) ?? 0, ...rowsOf(label) }];
    return { home: homes.get(from) === homes.get(to) ? homes.get(from) : undefined, rows: [...rows, ...own] };
  });
  const all = lines.flatMap(({ rows }) => rows).sort((a, b) => b.bottom - a.bottom);
  return (cluster, most) => {
    const boxes = picture.clusters[cluster]?.boxes.flatMap(({ id }) => seats.get(id) ?? []) ?? [];
    const inside = [...boxes.map(rowsOf), ...lines.flatMap(({ home, rows }) => (home === cluster ? rows : []))];
    const bottom = Math.max(...inside.map((rows) => rows.bottom)) + BELOW;
    let top = Math.min(...inside.map((rows) => rows.top)) - TITLE;
    const { first, last } = columnsOf(cluster);
    for (const row of all) {
      if (row.column < first || row.column > last) continue;
      // From below to above: what is in the way of the title goes into the frame, below it.
      if (row.bottom > top && row.top < top + CLEAR) top = row.top - CLEAR;
    }
    return { top: Math.max(most.top, top), bottom: Math.min(most.bottom, bottom) };
  };
}

function rowsOf({ y = 0, height }: Spot): Rows {
  return { top: y - height / 2, bottom: y + height / 2 };
}
