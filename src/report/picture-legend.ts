/** What the marks of a picture mean: those that occur in it, and no others. And the picture in words. */
import type { ArrowKind, Box, BoxKind, Cluster, Picture } from './picture.js';
import { count } from './words.js';

export type FrameKind = 'plain' | 'internal' | 'open';

export type Mark =
  | { readonly kind: 'arrow'; readonly of: ArrowKind }
  | { readonly kind: 'frame'; readonly of: FrameKind }
  | { readonly kind: 'box'; readonly of: BoxKind }
  | { readonly kind: 'border'; readonly of: 'entry' | 'alarm' };

export interface LegendEntry {
  readonly mark: Mark;
  /** How it looks, for where it cannot be drawn. */
  readonly look: string;
  readonly text: string;
}

export function frameKind({ open, internal }: Pick<Cluster, 'open' | 'internal'>): FrameKind {
  if (open) return 'open';
  return internal ? 'internal' : 'plain';
}

type Row = readonly [mark: Mark, look: string, text: string];

const ROWS: readonly Row[] = [
  [{ kind: 'arrow', of: 'published' }, 'blue line', 'way in from outside'],
  [{ kind: 'arrow', of: 'loopback' }, 'dashed line from this machine', 'way in from this machine only'],
  [{ kind: 'arrow', of: 'intended' }, 'dark line', 'intended connection'],
  [{ kind: 'arrow', of: 'unintended' }, 'red dashed line', 'open, not intended'],
  [{ kind: 'arrow', of: 'broken' }, 'pale dashed line', 'intended, cannot connect'],
  [{ kind: 'arrow', of: 'shared' }, 'dotted line', 'in common, without a connection'],
  [{ kind: 'border', of: 'entry' }, 'thick border', 'can be reached from outside'],
  [{ kind: 'border', of: 'alarm' }, 'red border', 'reached by others that need not'],
  [{ kind: 'box', of: 'data' }, 'cylinder', 'data tier'],
  [{ kind: 'box', of: 'edge' }, 'blue box', 'edge tier'],
  [{ kind: 'box', of: 'app' }, 'grey box', 'app tier'],
  [{ kind: 'box', of: 'ops' }, 'violet box', 'operations'],
  [{ kind: 'box', of: 'other' }, 'white box', 'role not known'],
  [{ kind: 'box', of: 'group' }, 'white box', 'several tiers'],
  [{ kind: 'frame', of: 'plain' }, 'grey frame', 'on the same networks'],
  [{ kind: 'frame', of: 'internal' }, 'green frame', 'on internal networks only'],
  [{ kind: 'frame', of: 'open' }, 'orange dashed frame', 'others may be on the network'],
];

export function legendOf({ clusters, arrows }: Picture): readonly LegendEntry[] {
  const boxes = clusters.flatMap((cluster) => cluster.boxes);
  return ROWS.filter(([mark]) => occurs(mark)).map(([mark, look, text]) => ({ mark, look, text }));

  function occurs(mark: Mark): boolean {
    switch (mark.kind) {
      case 'arrow':
        return arrows.some(({ kind }) => kind === mark.of);
      case 'frame':
        return clusters.some((cluster) => frameKind(cluster) === mark.of);
      case 'box':
        return boxes.some(({ kind }) => kind === mark.of);
      case 'border':
        return boxes.some((box) => borderOf(box) === mark.of);
    }
  }
}

/** Of two marks on one border the worse one shows. */
export function borderOf({ alarm, entry }: Box): 'entry' | 'alarm' | undefined {
  if (alarm) return 'alarm';
  return entry ? 'entry' : undefined;
}

/** For who does not see it. */
export function descriptionOf({ clusters, arrows }: Picture): string {
  const boxes = clusters.flatMap((cluster) => cluster.boxes);
  const number = (kind: ArrowKind) => arrows.filter((arrow) => arrow.kind === kind).length;
  const alarms = boxes.filter(({ alarm }) => alarm).map(({ lines: [name = ''] }) => name);
  const ways = number('published') + number('loopback');
  return [
    `${boxes.length === 1 ? '1 box' : `${boxes.length} boxes`} in ${count(clusters.length, 'group')} by network`,
    `${count(ways, 'way')} in from outside`,
    count(number('intended'), 'intended connection'),
    ...(alarms.length === 0 ? [] : [`others that need not reach ${alarms.join(', ')}`]),
  ].join(', ');
}
