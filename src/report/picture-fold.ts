/** Boxes that differ in nothing but their name become one: same group, same kind, same arrows to and from the same others. */
import type { Arrow, Box, Cluster } from './picture.js';

/** Fewer than this are no crowd. */
const CROWD = 3;

/** Names in a box that stands for several. */
const MOST_NAMES = 4;

/** Labels on an arrow that stands for several. */
const MOST_LABELS = 2;

export function folded<Drawn extends { readonly clusters: readonly Cluster[]; readonly arrows: readonly Arrow[] }>(
  drawn: Drawn,
): Drawn {
  const ends = endsOf(drawn.arrows);
  const standsFor = new Map<string, string>();
  const clusters = drawn.clusters.map((cluster) => {
    const crowds = new Map<string, Box[]>();
    for (const box of cluster.boxes) {
      const key = JSON.stringify([box.kind, box.alarm, box.entry, box.lines.slice(1), ends.get(box.id) ?? []]);
      const known = crowds.get(key);
      if (known) known.push(box);
      else crowds.set(key, [box]);
    }
    return { ...cluster, boxes: [...crowds.values()].flatMap((crowd) => foldCrowd(crowd, standsFor)) };
  });
  return { ...drawn, clusters, arrows: merged(drawn.arrows, standsFor) };
}

/** By box, its arrows without their labels, sorted. */
function endsOf(arrows: readonly Arrow[]): ReadonlyMap<string, readonly string[]> {
  const ends = new Map<string, Set<string>>();
  const add = (id: string, end: string) => {
    const known = ends.get(id);
    if (known) known.add(end);
    else ends.set(id, new Set([end]));
  };
  for (const { from, to, kind } of arrows) {
    add(from, `${kind} to ${to}`);
    add(to, `${kind} from ${from}`);
  }
  return new Map([...ends].map(([id, list]) => [id, [...list].sort()]));
}

function foldCrowd(crowd: readonly Box[], standsFor: Map<string, string>): readonly Box[] {
  const [first] = crowd;
  if (first === undefined || crowd.length < CROWD) return crowd;
  for (const box of crowd) standsFor.set(box.id, first.id);
  // Where one is left, its name takes no more room than saying so.
  const shown = crowd.length === MOST_NAMES + 1 ? crowd : crowd.slice(0, MOST_NAMES);
  const names = shown.map((box) => box.lines[0] ?? '');
  const more = crowd.length - names.length;
  const list = [...pairs(names), ...(more > 0 ? [`and ${more} more`] : [])];
  return [{ ...first, lines: [`${crowd.length} services`, ...first.lines.slice(1), ...list] }];
}

/** Two names to a line. */
function pairs(names: readonly string[]): readonly string[] {
  return names.flatMap((_, index) => (index % 2 === 0 ? [names.slice(index, index + 2).join(', ')] : []));
}

function merged(arrows: readonly Arrow[], standsFor: ReadonlyMap<string, string>): readonly Arrow[] {
  const found = new Map<string, { readonly arrow: Arrow; readonly labels: Set<string> }>();
  for (const arrow of arrows) {
    const ends = { from: standsFor.get(arrow.from) ?? arrow.from, to: standsFor.get(arrow.to) ?? arrow.to };
    const key = `${arrow.kind} ${ends.from} ${ends.to}`;
    const known = found.get(key) ?? { arrow: { ...arrow, ...ends }, labels: new Set<string>() };
    if (arrow.label !== '') known.labels.add(arrow.label);
    found.set(key, known);
  }
  return [...found.values()].map(({ arrow, labels }) => {
    const shown = [...labels].slice(0, MOST_LABELS).join(', ');
    const more = labels.size - MOST_LABELS;
    return { ...arrow, label: more > 0 ? `${shown} and ${more} more` : shown };
  });
}
