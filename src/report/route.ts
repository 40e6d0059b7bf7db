/**
 * Lines of right angles between the columns of a layered layout. The layout keeps a row free in every column that a line
 * passes; a line turns only in the gaps between columns, where no box is: so none runs behind a box or a label.
 */
import { type Net, tracksOf } from './tracks.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box in its column; `y` is its centre. */
export interface Seat {
  readonly column: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How much of its side, above and below, no line may meet. */
  readonly corner: number;
}

/** A line from box to box, with the row that is free for it in each column between. */
export interface Wire {
  readonly from: string;
  readonly to: string;
  /** Lines of one kind leave a box together, and come to one together. */
  readonly kind: string;
  readonly passes: readonly { readonly column: number; readonly y: number }[];
}

export interface Columns {
  /** The width of what stands in each. */
  readonly widths: readonly number[];
  /** Room beside each for the frames that end there. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export interface Extent {
  readonly left: number;
  readonly right: number;
}

export interface Routed {
  /** Of each column. */
  readonly extents: readonly Extent[];
  /** Of each wire, its corners and ends. */
  readonly paths: readonly (readonly Point[])[];
}

/** Between lines that run side by side in a gap. */
const LINE_GAP = 9;

/** Between what stands in a column and the first line: an arrow's head fits. */
const CLEAR = 14;

/** Between what stands in two columns, at least. */
export const LEAST_GAP = 2 * CLEAR;

/** Lines at the side of a box, where there is room. */
const PORT_GAP = 12;

interface Stop {
  readonly column: number;
  readonly y: number;
}

export function routed(seats: ReadonlyMap<string, Seat>, wires: readonly Wire[], columns: Columns): Routed {
  const ends = portsOf(seats, wires);
  const stops = wires.map((wire, index): readonly Stop[] => {
    const [from, to] = [seats.get(wire.from), seats.get(wire.to)];
    const { start = 0, end = 0 } = ends[index] ?? {};
    return [{ column: from?.column ?? 0, y: start }, ...wire.passes, { column: to?.column ?? 0, y: end }];
  });
  const gaps = gapsOf(wires, stops, columns.widths.length);
  const extents = extentsOf(columns, gaps);
  const placed = gaps.map((gap, column): PlacedGap => {
    return { ...gap, x: (extents[column]?.right ?? 0) + (columns.after[column] ?? 0) + CLEAR };
  });
  const paths = wires.map((wire, index) =>
    pathOf(stops[index] ?? [], [seats.get(wire.from), seats.get(wire.to)], index, placed, extents),
  );
  return { extents, paths };
}

interface End {
  readonly wires: number[];
  readonly which: 'start' | 'end';
  /** Where its lines come from or go to. */
  readonly towards: number[];
}

/** Where each wire leaves and meets its boxes. */
function portsOf(
  seats: ReadonlyMap<string, Seat>,
  wires: readonly Wire[],
): readonly { readonly start: number; readonly end: number }[] {
  const ends = wires.map(({ from, to }) => ({ start: seats.get(from)?.y ?? 0, end: seats.get(to)?.y ?? 0 }));
  const sides = new Map<string, Map<string, End>>();
  const add = (box: string, side: Side, key: string, which: End['which'], wire: number, towards: number) => {
    const place = `${side} ${box}`;
    const known = sides.get(place) ?? new Map<string, End>();
    sides.set(place, known);
    const end = known.get(key) ?? { wires: [], which, towards: [] };
    known.set(key, end);
    end.wires.push(wire);
    end.towards.push(towards);
  };
  wires.forEach((wire, index) => {
    const { from, to, kind, passes } = wire;
    const right = isRightwards(wire, seats);
    const [first, last] = [passes[0]?.y ?? seats.get(to)?.y ?? 0, passes.at(-1)?.y ?? seats.get(from)?.y ?? 0];
    add(from, right ? 'right' : 'left', kind, 'start', index, first);
    add(to, right ? 'left' : 'right', `to ${kind}`, 'end', index, last);
  });
  for (const [place, found] of sides) {
    const seat = seats.get(place.slice(place.indexOf(' ') + 1));
    if (seat === undefined) continue;
    const all = [...found.values()].map((end) => ({ ...end, wanted: median(end.towards) }));
    all.sort((a, b) => a.wanted - b.wanted);
    const rows = spread(
      all.map(({ wanted }) => wanted),
      seat,
    );
    all.forEach(({ wires: own, which }, index) => {
      for (const wire of own) {
        const end = ends[wire];
        if (end) end[which] = rows[index] ?? seat.y;
      }
    });
  }
  return ends;
}

type Side = 'left' | 'right';

function isRightwards({ from, to }: Wire, seats: ReadonlyMap<string, Seat>): boolean {
  return (seats.get(from)?.column ?? 0) < (seats.get(to)?.column ?? 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** As near as may be to where each wants to be, in their order, and apart from each other. */
function spread(wanted: readonly number[], { y, height, corner }: Seat): readonly number[] {
  const half = Math.max(0, height / 2 - corner);
  const gap = wanted.length < 2 ? 0 : Math.min(PORT_GAP, (2 * half) / (wanted.length - 1));
  const rows: number[] = [];
  for (const row of wanted) rows.push(Math.max(row, y - half, (rows.at(-1) ?? Number.NEGATIVE_INFINITY) + gap));
  let below = y + half + gap;
  return rows
    .reverse()
    .map((row) => {
      below = Math.min(row, below - gap);
      return below;
    })
    .reverse();
}

/** What turns between a column and the next. */
interface Gap {
  readonly nets: readonly Net[];
  /** By wire. */
  readonly netOf: ReadonlyMap<number, number>;
  readonly tracks: readonly (number | undefined)[];
  readonly count: number;
}

function gapsOf(wires: readonly Wire[], stops: readonly (readonly Stop[])[], columns: number): readonly Gap[] {
  const found = Array.from({ length: Math.max(0, columns - 1) }, () => ({
    nets: new Map<string, { left: number[]; right: number[]; wires: number[] }>(),
  }));
  stops.forEach((own, wire) => {
    own.slice(1).forEach((stop, leg) => {
      const before = own[leg];
      const gap = before && found[Math.min(before.column, stop.column)];
      if (before === undefined || gap === undefined) return;
      const { from = '', to = '', kind = '' } = wires[wire] ?? {};
      const legs = own.length - 1;
      // Where it leaves a box, or comes to one, a line runs with the others of its kind.
      const key = leg === 0 ? `${from} ${kind}` : leg === legs - 1 ? `to ${to} ${kind}` : `${wire} ${leg}`;
      const net = gap.nets.get(key) ?? { left: [], right: [], wires: [] };
      gap.nets.set(key, net);
      const rightwards = before.column < stop.column;
      net.left.push(rightwards ? before.y : stop.y);
      net.right.push(rightwards ? stop.y : before.y);
      net.wires.push(wire);
    });
  });
  return found.map(({ nets }) => {
    const list = [...nets.values()];
    const netOf = new Map(list.flatMap((net, index) => net.wires.map((wire): [number, number] => [wire, index])));
    return { nets: list, netOf, ...tracksOf(list) };
  });
}

/** A gap whose first track is at `x`. */
interface PlacedGap extends Gap {
  readonly x: number;
}

function extentsOf({ widths, before, after }: Columns, gaps: readonly Gap[]): readonly Extent[] {
  let x = before[0] ?? 0;
  return widths.map((width, column) => {
    const extent = { left: x, right: x + width };
    const lines = Math.max(0, (gaps[column]?.count ?? 0) - 1) * LINE_GAP;
    x += width + (after[column] ?? 0) + CLEAR + lines + CLEAR + (before[column + 1] ?? 0);
    return extent;
  });
}

/** The corners of a wire: at the side of its box, at the track of each gap where it turns, at the side of the other box. */
function pathOf(
  stops: readonly Stop[],
  ends: readonly [from: Seat | undefined, to: Seat | undefined],
  wire: number,
  gaps: readonly PlacedGap[],
  columns: readonly Extent[],
): readonly Point[] {
  const [first, last] = [stops[0], stops.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rightwards = first.column < last.column;
  const side = (stop: Stop, seat: Seat | undefined, right: boolean): Point => {
    const { left, right: end } = columns[stop.column] ?? { left: 0, right: 0 };
    return { x: (left + end) / 2 + ((right ? 1 : -1) * (seat?.width ?? 0)) / 2, y: stop.y };
  };
  const points = [side(first, ends[0], rightwards)];
  stops.slice(1).forEach((stop, leg) => {
    const before = stops[leg];
    const gap = before && gaps[Math.min(before.column, stop.column)];
    const track = gap?.tracks[gap.netOf.get(wire) ?? -1];
    if (gap === undefined || before === undefined || track === undefined || before.y === stop.y) return;
    const x = gap.x + track * LINE_GAP;
    points.push({ x, y: before.y }, { x, y: stop.y });
  });
  points.push(side(last, ends[1], !rightwards));
  return points;
}
