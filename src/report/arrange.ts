/** Where the parts of a picture go: a layered layout from left to right, groups kept together. */
import type { Arrow, Box, Cluster, Picture } from './picture.js';
import { FONT_SIZE, LINE_HEIGHT, SMALL_SIZE, textWidth } from './text-size.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

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
  readonly notes: readonly string[];
}

const MARGIN = 16;

/** The frame is as far from its boxes below as above, where the title is. */
const NO_TITLE_BELOW = 12;

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
    edgesep: 16,
    ranksep: 56,
    marginx: MARGIN,
    marginy: MARGIN,
    ranker: boxes.length > MOST_FOR_EXACT_RANKS ? 'longest-path' : 'network-simplex',
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const box of boxes) graph.setNode(box.id, sizeOf(box, 0));
  for (const cluster of picture.clusters) {
    graph.setNode(cluster.id, {});
    for (const [index, box] of cluster.boxes.entries()) {
      // One box is as wide as the group's title, and so the group is.
      if (index === 0) graph.setNode(box.id, sizeOf(box, textWidth(cluster.label, SMALL_SIZE * 1.1)));
      graph.setParent(box.id, cluster.id);
    }
  }
  picture.arrows.forEach((arrow, index) => {
    const width = arrow.label === '' ? 0 : textWidth(arrow.label, SMALL_SIZE) + 8;
    graph.setEdge(arrow.from, arrow.to, { width, height: width === 0 ? 0 : LINE_HEIGHT, labelpos: 'c' }, String(index));
  });
  layout(graph);
  return measured(picture, boxes, graph);
}

function sizeOf(box: Box, least: number): { width: number; height: number } {
  const widths = box.lines.map((line, index) => textWidth(line, index === 0 ? FONT_SIZE * 1.05 : SMALL_SIZE));
  return {
    width: Math.max(64, least, ...widths.map((width) => width + 24)),
    height: box.lines.length * LINE_HEIGHT + (box.kind === 'data' ? 26 : 16),
  };
}

interface Spot {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}

interface Line {
  readonly points?: readonly Point[];
  readonly x?: number;
  readonly y?: number;
}

interface Arranged {
  readonly node: (id: string) => Spot;
  readonly edge: (edge: { readonly v: string; readonly w: string; readonly name: string }) => Line;
}

/** The library gives centres; a picture wants corners. */
function measured(picture: Picture, all: readonly Box[], graph: Arranged): Drawing {
  const corner = ({ x = 0, y = 0, width, height }: Spot): Placed => ({
    x: x - width / 2,
    y: y - height / 2,
    width,
    height,
  });
  const boxes = all.map((box): PlacedBox => ({ ...box, ...corner(graph.node(box.id)) }));
  const clusters = picture.clusters.map(({ boxes: _, ...cluster }): PlacedCluster => {
    const frame = corner(graph.node(cluster.id));
    return { ...cluster, ...frame, height: frame.height - NO_TITLE_BELOW };
  });
  const arrows = picture.arrows.map(({ from, to, kind, label }, index): PlacedArrow => {
    const { points = [], x, y } = graph.edge({ v: from, w: to, name: String(index) });
    return { kind, label, points, labelAt: x === undefined || y === undefined ? undefined : { x, y } };
  });
  const placed: readonly Placed[] = [...boxes, ...clusters];
  const corners = [
    ...arrows.flatMap((arrow) => arrow.points),
    ...placed.map(({ x, y, width, height }) => ({ x: x + width, y: y + height })),
  ];
  return {
    width: Math.max(0, ...corners.map(({ x }) => x)) + MARGIN,
    height: Math.max(0, ...corners.map(({ y }) => y)) + MARGIN,
    clusters,
    boxes,
    arrows,
    notes: picture.notes,
  };
}
