/** Where the parts of a picture go: a layered layout from left to right, groups kept together. */
import { framesIn } from './frames.js';
import type { Arrow, Box, BoxKind, Cluster, Picture } from './picture.js';
import { type Columns, type Extent, LEAST_GAP, type Point, routed, type Seat, type Wire } from './route.js';
import { FONT_SIZE, LINE_HEIGHT, SMALL_SIZE, textWidth } from './text-size.js';

/** `x` and `y` are the upper left corner. */
interface Placed extends Point {
  readonly width: number;
  readonly height: number;
}

export interface PlacedBox extends Box, Placed {}
export interface PlacedCluster extends Omit<Cluster, 'boxes'>, Placed {}
export interface PlacedArrow extends Omit<Arrow, 'from' | 'to'> {
  readonly points: readonly Point[];
  readonly labelAt: Point | undefined;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly clusters: readonly PlacedCluster[];
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
}

const MARGIN = 16;

/** Between a frame and the column of its boxes. */
const FRAME = 14;

const NO_COLUMNS = { first: 0, last: 0 };

/** The layout keeps so much of a frame's height too much below its boxes, and too little for the title above. */
const [TOO_LOW, FOR_TITLE] = [8, 8];

/** Above this, the exact ranking takes too long for what it gains. */
const MOST_FOR_EXACT_RANKS = 120;

export async function arrange(picture: Picture): Promise<Drawing> {
  const { Graph, layout } = await import('@dagrejs/dagre');
  const graph = new Graph({ compound: true, multigraph: true });
  const boxes = [...picture.outside, ...picture.clusters.flatMap((cluster) => cluster.boxes)];
  graph.setGraph({
    rankdir: 'LR',
    // Half of both together is between a box and the frame around it: room for the group's title.
    nodesep: 40,
    edgesep: 20,
    ranksep: 56,
    marginx: MARGIN,
    marginy: MARGIN,
    ranker: boxes.length > MOST_FOR_EXACT_RANKS ? 'longest-path' : 'network-simplex',
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const box of boxes) graph.setNode(box.id, sizeOf(box));
  for (const cluster of picture.clusters) {
    graph.setNode(cluster.id, {});
    for (const box of cluster.boxes) graph.setParent(box.id, cluster.id);
  }
  picture.arrows.forEach((arrow, index) => {
    const width = arrow.label === '' ? 0 : textWidth(arrow.label, SMALL_SIZE) + 8;
    const height = width === 0 ? 0 : LINE_HEIGHT;
    // What is no connection need not be short.
    const weight = arrow.kind === 'shared' ? 0 : 1;
    graph.setEdge(arrow.from, arrow.to, { width, height, labelpos: 'c', weight }, String(index));
  });
  layout(graph);
  return measured(picture, boxes, graph);
}

function sizeOf(box: Box): { width: number; height: number } {
  const widths = box.lines.map((line, index) => textWidth(line, index === 0 ? FONT_SIZE * 1.05 : SMALL_SIZE));
  return {
    width: Math.max(64, ...widths.map((width) => width + 24)),
    height: box.lines.length * LINE_HEIGHT + (box.kind === 'data' ? 26 : 16),
  };
}

interface Spot extends Partial<Point> {
  readonly width: number;
  readonly height: number;
}

interface Line extends Spot {
  readonly points?: readonly Point[];
}

interface Arranged {
  readonly node: (id: string) => Spot;
  readonly edge: (edge: { readonly v: string; readonly w: string; readonly name: string }) => Line;
}

/** How much of a side is no good for a line to meet: rounded or, of a cylinder, bent. */
const CORNERS: Readonly<Partial<Record<BoxKind, number>>> = { data: 14 };
const ROUNDED = 8;

/**
 * The library decides on columns and on rows, in which it keeps boxes, labels and passing lines apart. How far apart the
 * columns are, and how lines get from one to the next, is decided here: the library's own lines cut across boxes, as they
 * head for the middle of a box from the middle of the column before, however wide its other boxes are.
 */
function measured(picture: Picture, all: readonly Box[], graph: Arranged): Drawing {
  const lines = picture.arrows.map(({ from, to }, index) => graph.edge({ v: from, w: to, name: String(index) }));
  const labels = picture.arrows.map(({ label }, index) => (label === '' ? undefined : lines[index]));
  const spots = [...all.map((box) => graph.node(box.id)), ...labels.flatMap((label) => label ?? [])];
  const columns = [...new Set(spots.map(columnAt))].sort((a, b) => a - b);
  const numbers = new Map(columns.map((x, index) => [x, index]));
  const columnOf = (spot: Partial<Point>) => numbers.get(columnAt(spot));
  const seats = new Map(
    all.map((box): [string, Seat] => {
      const { y = 0, width, height } = graph.node(box.id);
      const corner = box.kind === 'outside' ? height / 2 : (CORNERS[box.kind] ?? ROUNDED);
      return [box.id, { column: columnOf(graph.node(box.id)) ?? 0, y, width, height, corner }];
    }),
  );
  const wires = picture.arrows.map(({ from, to, kind }, index): Wire => {
    // A column where nothing stands is as good as none.
    const passes = (lines[index]?.points ?? []).slice(1, -1).flatMap((point) => {
      const column = columnOf(point);
      return column === undefined ? [] : [{ column, y: point.y }];
    });
    return { from, to, kind, passes };
  });
  const frames = picture.clusters.map((cluster) => frameOf(cluster, seats));
  const { extents, paths } = routed(seats, wires, roomFor(spots, columnOf, columns.length, frames));
  const placedAt = (column: number) => extents[column] ?? { left: 0, right: 0 };

  const boxes = all.map((box): PlacedBox => {
    const { column = 0, y = 0, width = 0, height = 0 } = seats.get(box.id) ?? {};
    return { ...box, x: middleOf(placedAt(column)) - width / 2, y: y - height / 2, width, height };
  });
  const rows = framesIn(picture, seats, wires, labels, (index) => frames[index] ?? NO_COLUMNS, columnOf);
  const clusters = picture.clusters.map(({ boxes: _, ...cluster }, index): PlacedCluster => {
    const { first, last } = frames[index] ?? NO_COLUMNS;
    const [left, right] = [placedAt(first).left - FRAME, placedAt(last).right + FRAME];
    const { y = 0, height } = graph.node(cluster.id);
    const { top, bottom } = rows(index, { top: y - height / 2 - FOR_TITLE, bottom: y + height / 2 - TOO_LOW });
    return { ...cluster, x: left, y: top, width: right - left, height: bottom - top };
  });
  const arrows = picture.arrows.map(({ kind, label }, index): PlacedArrow => {
    const spot = labels[index];
    const column = spot && columnOf(spot);
    const labelAt = column === undefined ? undefined : { x: middleOf(placedAt(column)), y: spot?.y ?? 0 };
    return { kind, label, points: paths[index] ?? [], labelAt };
  });
  return lifted({ clusters, boxes, arrows });
}

/** What stands in one column has the same middle, but for what numbers of a computer lose. */
function columnAt({ x = 0 }: Partial<Point>): number {
  return Math.round(x);
}

function middleOf({ left, right }: Extent): number {
  return (left + right) / 2;
}

interface Frame {
  readonly first: number;
  readonly last: number;
  /** For its title. */
  readonly least: number;
}

function frameOf({ boxes, label }: Cluster, seats: ReadonlyMap<string, Seat>): Frame {
  const columns = boxes.map((box) => seats.get(box.id)?.column ?? 0);
  return {
    first: Math.min(...columns),
    last: Math.max(...columns),
    least: textWidth(label, SMALL_SIZE * 1.1) + 24 - 2 * FRAME,
  };
}

/** How wide columns are, and where frames begin and end. */
function roomFor(
  spots: readonly Spot[],
  columnOf: (spot: Spot) => number | undefined,
  count: number,
  frames: readonly Frame[],
): Columns {
  const none = () => Array.from({ length: count }, () => 0);
  const [widths, before, after] = [none(), none(), none()];
  before[0] = MARGIN;
  for (const spot of spots) {
    const column = columnOf(spot) ?? 0;
    widths[column] = Math.max(widths[column] ?? 0, spot.width);
  }
  for (const { first, last, least } of frames) {
    before[first] = first === 0 ? MARGIN + FRAME : FRAME;
    after[last] = FRAME;
    const wide = widths.slice(first, last + 1).reduce((sum, width) => sum + width, (last - first) * LEAST_GAP);
    widths[last] = (widths[last] ?? 0) + Math.max(0, least - wide);
  }
  return { widths, before, after };
}

/** With what is uppermost at the margin: frames are lower than what the layout keeps for them. */
function lifted({ clusters, boxes, arrows }: Omit<Drawing, 'width' | 'height'>): Drawing {
  const placed = [...boxes, ...clusters];
  const points = arrows.flatMap((arrow) => arrow.points);
  const labels = arrows.flatMap(({ labelAt }) => (labelAt ? [labelAt.y - LINE_HEIGHT / 2] : []));
  const top = least([...placed.map(({ y }) => y), ...points.map(({ y }) => y), ...labels]) - MARGIN;
  const up = <At extends Point>(at: At): At => ({ ...at, y: at.y - top });
  const right = most([...placed.map(({ x, width }) => x + width), ...points.map(({ x }) => x)]);
  const bottom = most([...placed.map(({ y, height }) => y + height), ...points.map(({ y }) => y)]);
  return {
    width: right + MARGIN,
    height: bottom - top + MARGIN,
    clusters: clusters.map(up),
    boxes: boxes.map(up),
    arrows: arrows.map(({ labelAt, ...arrow }) => ({
      ...arrow,
      points: arrow.points.map(up),
      labelAt: labelAt && up(labelAt),
    })),
  };
}

function least(values: readonly number[]): number {
  return values.length === 0 ? MARGIN : Math.min(...values);
}

function most(values: readonly number[]): number {
  return Math.max(0, ...values);
}
