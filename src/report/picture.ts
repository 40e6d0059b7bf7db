/** What every picture of a graph shows, whatever language draws it: boxes, groups and arrows with ids of their own. */
import type { Graph, GraphService, GraphUnintended } from '../topology/graph.js';
import { MOST_SOURCES, marksOf, sharedBox } from './picture-boxes.js';
import { clustersOf, type Group } from './picture-clusters.js';
import { condensed } from './picture-common.js';
import { arrowsOf, OUTSIDE } from './picture-edges.js';
import { folded } from './picture-fold.js';
import { count, grouped } from './words.js';

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
  /** Up to so many services, every one is a box of its own; above, those that differ in their names only share one. */
  readonly foldAbove: number;
  /** What has more boxes or arrows is drawn coarser: a box for each tier on the same networks, or for all of them. */
  readonly mostBoxes: number;
  readonly mostArrows: number;
}

export const PICTURE_DEFAULTS: PictureOptions = { foldAbove: 15, mostBoxes: 60, mostArrows: 200 };

interface Drawn {
  readonly clusters: readonly Cluster[];
  readonly arrows: readonly Arrow[];
  /** Said below the picture. */
  readonly note?: string;
}

export function pictureOf(graph: Graph, options: PictureOptions = PICTURE_DEFAULTS): Picture {
  const groups = clustersOf(graph);
  const { note, ...drawn } = fitting(graph, groups, options);
  const notes = note === undefined ? [] : [note];
  const clusters = drawn.clusters.slice(0, options.mostBoxes);
  if (clusters.length < groups.length) {
    const services = groups.slice(clusters.length).reduce((sum, group) => sum + group.services.length, 0);
    notes.push(
      `${count(groups.length - clusters.length, 'smaller group')} with ${count(services, 'service')} not drawn.`,
    );
  }
  const ids = new Set([...OUTSIDE, ...clusters.flatMap(({ boxes }) => boxes)].map(({ id }) => id));
  const between = drawn.arrows.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const arrows = between.slice(0, options.mostArrows);
  if (arrows.length < between.length) notes.push(`${count(between.length - arrows.length, 'arrow')} not drawn.`);
  const used = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  return {
    title: shortened([...new Set([graph.project, ...graph.services.map(({ project }) => project)])].join(', ')),
    outside: OUTSIDE.filter((box) => used.has(box.id)),
    clusters: clusters.map(readable),
    arrows: arrows.map((arrow) => ({ ...arrow, label: shortened(arrow.label) })),
    notes,
  };
}

/** As much as fits: every service, or one box for a tier of a group, or one for a group. */
function fitting(graph: Graph, groups: readonly Group[], { foldAbove, mostBoxes, mostArrows }: PictureOptions): Drawn {
  const unintended = unintendedOf(graph);
  const crowds = new Map<string, Set<string>>();
  for (const { from, to } of unintended) crowds.set(to, (crowds.get(to) ?? new Set()).add(from));
  const known = { entries: entriesOf(graph), marks: marksOf(graph), crowds };
  const fits = ({ clusters, arrows }: Drawn) =>
    clusters.reduce((sum, { boxes }) => sum + boxes.length, 0) <= mostBoxes && arrows.length <= mostArrows;
  const total = count(graph.services.length, 'service');

  // Every group has a box at least.
  if (groups.length <= mostBoxes) {
    const drawn = drawnBy(
      ({ name }) => name,
      unintended.filter(({ to }) => (crowds.get(to)?.size ?? 0) <= MOST_SOURCES),
    );
    const each = condensed(graph.services.length > foldAbove ? folded(drawn) : drawn, drawn.crowdOf);
    if (fits(each)) return each;
    const byTier = drawnBy(({ tier }) => tier, unintended);
    const tiers = condensed(byTier, byTier.crowdOf);
    const note = `${total}, drawn as one box for those of a tier that are on the same networks.`;
    if (fits(tiers)) return { ...tiers, note };
  }
  const note = `${total}, drawn as one box for those that are on the same networks.`;
  const whole = drawnBy(() => '', unintended);
  return { ...condensed(whole, whole.crowdOf), note };

  function drawnBy(
    partOf: (service: GraphService) => string,
    paths: readonly GraphUnintended[],
  ): Drawn & { readonly crowdOf: (id: string) => number } {
    const ids = new Map<string, string>();
    const crowdOf = (id: string) =>
      new Set([...crowds].flatMap(([name, crowd]) => (ids.get(name) === id ? [...crowd] : []))).size;
    let next = 0;
    const clusters = groups.map(({ services, ...group }, index): Cluster => {
      const boxes = [...grouped(services, partOf).values()].map((part) => {
        const id = `n${next++}`;
        for (const { name } of part) ids.set(name, id);
        return sharedBox(id, part, known);
      });
      return { ...group, id: `c${index}`, boxes };
    });
    return { clusters, arrows: arrowsOf(graph, ids, paths), crowdOf };
  }
}

/** Looked at for one picture; a flat network of thousands has tens of millions. */
const MOST_UNINTENDED = 100_000;

function unintendedOf(graph: Graph): readonly GraphUnintended[] {
  const paths: GraphUnintended[] = [];
  for (const path of graph.unintended ?? []) {
    if (paths.length === MOST_UNINTENDED) break;
    paths.push(path);
  }
  return paths;
}

function entriesOf(graph: Graph): ReadonlySet<string> {
  return new Set(graph.exposures.filter(({ kind }) => kind !== 'peers').map(({ service }) => service));
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
