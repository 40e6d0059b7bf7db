/** What arrows to one box have in common is written into the box: sources that are too many to draw, and the port that all ask for. */
import type { Arrow, Cluster } from './picture.js';
import { crowdText, MOST_SOURCES } from './picture-boxes.js';
import { grouped } from './words.js';

/** From so many arrows on, one port at their end is told once. */
const SEVERAL = 3;

/** A picture with more labels than this has enough to read without one that could stand in a box. */
const MANY_LABELS = 12;

/** `crowdOf`: how many services reach those in a box and need not. */
export function condensed<Drawn extends { readonly clusters: readonly Cluster[]; readonly arrows: readonly Arrow[] }>(
  drawn: Drawn,
  crowdOf: (id: string) => number,
): Drawn {
  const crowded = crowdedBoxes(drawn.arrows);
  const ports = commonPorts(drawn.arrows);
  if (crowded.size === 0 && ports.size === 0) return drawn;
  const clusters = drawn.clusters.map((cluster) => ({
    ...cluster,
    boxes: cluster.boxes.map((box) => {
      const port = ports.get(box.id);
      const said = [
        ...(crowded.has(box.id) ? [crowdText(crowdOf(box.id))] : []),
        ...(port === undefined ? [] : [`port ${port}`]),
      ];
      return { ...box, lines: [...box.lines, ...said] };
    }),
  }));
  const arrows = drawn.arrows
    .filter(({ kind, to }) => kind !== 'unintended' || !crowded.has(to))
    .map((arrow) => (arrow.kind === 'intended' && ports.has(arrow.to) ? { ...arrow, label: '' } : arrow));
  return { ...drawn, clusters, arrows };
}

function crowdedBoxes(arrows: readonly Arrow[]): ReadonlySet<string> {
  const byTarget = grouped(
    arrows.filter(({ kind }) => kind === 'unintended'),
    ({ to }) => to,
  );
  return new Set([...byTarget].flatMap(([to, own]) => (own.length > MOST_SOURCES ? [to] : [])));
}

/** By box, the one port that every intended arrow to it has that names any. */
function commonPorts(arrows: readonly Arrow[]): ReadonlyMap<string, string> {
  const labelled = arrows.filter(({ kind, label }) => kind === 'intended' && label !== '');
  const least = labelled.length > MANY_LABELS ? 1 : SEVERAL;
  const found = new Map<string, string>();
  for (const [to, own] of grouped(labelled, (arrow) => arrow.to)) {
    const [port = '', ...others] = new Set(own.map(({ label }) => label));
    if (own.length >= least && others.length === 0 && /^\d+$/.test(port)) found.set(to, port);
  }
  return found;
}
