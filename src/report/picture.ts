/** What every picture of a graph shows, whatever language draws it: boxes, groups and arrows with ids of their own. */
import type { Graph } from '../topology/graph.js';
import { clustersOf } from './picture-clusters.js';
import { detailedEdges, groupedEdges } from './picture-edges.js';
import { folded } from './picture-fold.js';

export type BoxKind = 'edge' | 'app' | 'data' | 'ops' | 'other' | 'outside' | 'group';

export interface Box {
  /** `n0`, `n1`...: nothing of the project's. */
  readonly id: string;
  readonly kind: BoxKind;
  /** The first is the name. Plain text, not escaped for any language. */
  readonly lines: readonly string[];
  /** Something is wrong with it: others reach it that need not. */
  readonly alarm: boolean;
  /** Reachable from outside. */
  readonly entry: boolean;
}

/** Services that are on exactly the same networks. */
export interface Cluster {
  /** `c0`, `c1`... */
  readonly id: string;
  readonly label: string;
  readonly internal: boolean;
  /** Unknown containers may be on one of its networks. */
  readonly open: boolean;
  readonly boxes: readonly Box[];
}

/** `intended`: a flow; `broken`: a flow that the networks forbid; `unintended`: an open path that no flow needs. */
export type ArrowKind = 'intended' | 'broken' | 'unintended' | 'published' | 'loopback' | 'shared';

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly kind: ArrowKind;
  readonly label: string;
}

export interface Picture {
  readonly title: string;
  /** Boxes outside of every cluster: the world. */
  readonly outside: readonly Box[];
  readonly clusters: readonly Cluster[];
  readonly arrows: readonly Arrow[];
  /** What was left out, in sentences. */
  readonly notes: readonly string[];
}

export interface PictureOptions {
  /** Up to so many services, every one is a box of its own. */
  readonly foldAbove: number;
  /** More services than this are drawn as one box for each set of networks. */
  readonly collapseAbove: number;
  readonly mostClusters: number;
  readonly mostArrows: number;
}

export const PICTURE_DEFAULTS: PictureOptions = {
  foldAbove: 15,
  collapseAbove: 60,
  mostClusters: 100,
  mostArrows: 300,
};

export function pictureOf(graph: Graph, options: PictureOptions = PICTURE_DEFAULTS): Picture {
  const collapsed = graph.services.length > options.collapseAbove;
  const groups = clustersOf(graph);
  const kept = groups.slice(0, options.mostClusters);
  const notes: string[] = [];
  if (kept.length < groups.length) {
    const services = groups.slice(options.mostClusters).reduce((sum, group) => sum + group.services.length, 0);
    notes.push(`${groups.length - kept.length} smaller groups with ${services} services are not drawn.`);
  }
  if (collapsed) notes.push(`${graph.services.length} services are drawn as groups that are on the same networks.`);
  const drawn = collapsed ? groupedEdges(graph, kept) : detailedEdges(graph, kept);
  const { clusters, outside, arrows } = graph.services.length > options.foldAbove ? folded(drawn) : drawn;
  const shown = arrows.slice(0, options.mostArrows);
  if (shown.length < arrows.length) notes.push(`${arrows.length - shown.length} arrows are not drawn.`);
  const used = new Set(shown.flatMap(({ from, to }) => [from, to]));
  return {
    title: shortened(graph.project),
    outside: outside.filter((box) => used.has(box.id)),
    clusters: clusters.map(readable),
    arrows: shown.map((arrow) => ({ ...arrow, label: shortened(arrow.label) })),
    notes,
  };
}

function readable(cluster: Cluster): Cluster {
  const boxes = cluster.boxes.map((box) => ({ ...box, lines: box.lines.map(shortened) }));
  return { ...cluster, label: shortened(cluster.label), boxes };
}

/** Names have no limit, but a box has. */
const LONGEST = 80;

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
