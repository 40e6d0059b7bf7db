/** A graph as a drawing of its own: an SVG without scripts, fonts or anything else from elsewhere. */
import type { Graph } from '../topology/graph.js';
import { arrange, type Drawing, type PlacedArrow, type PlacedBox, type PlacedCluster } from './arrange.js';
import { type ArrowKind, type BoxKind, pictureOf } from './picture.js';
import type { Point } from './route.js';
import { FONT_SIZE, LINE_HEIGHT, SMALL_SIZE, textWidth } from './text-size.js';

/** The layout library is loaded when the first drawing is made. */
export async function graphSvg(graph: Graph): Promise<string> {
  const picture = pictureOf(graph);
  return drawn(await arrange(picture), picture.title);
}

function drawn({ width, height, clusters, boxes, arrows, notes }: Drawing, title: string): string {
  const top = 40;
  const bottom = 44 + notes.length * LINE_HEIGHT;
  const total = Math.ceil(height + top + bottom);
  const wide = Math.ceil(Math.max(width, LEGEND_WIDTH));
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${total}" viewBox="0 0 ${wide} ${total}" font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="${FONT_SIZE}">`,
    `<title>${escaped(title)}</title>`,
    `<defs>${MARKERS}</defs>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    `<text x="16" y="26" font-size="15" font-weight="600" fill="#111827">${escaped(title)}</text>`,
    `<g transform="translate(0 ${top})">`,
    ...clusters.map(cluster),
    ...arrows.map(arrow),
    ...boxes.map(box),
    ...arrows.map(arrowLabel),
    '</g>',
    legend(height + top + 16),
    ...notes.map((note, index) => small(16, height + top + 48 + index * LINE_HEIGHT, note)),
    '</svg>',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function cluster({ label, internal, open, x, y, width, height }: PlacedCluster): string {
  const [stroke, fill] = open ? ['#ea580c', '#fff7ed'] : internal ? ['#059669', '#ecfdf5'] : ['#d1d5db', '#f9fafb'];
  const dashes = open ? ' stroke-dasharray="6 4"' : '';
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" rx="10" fill="${fill}" stroke="${stroke}"${dashes}/><text x="${at(x + 12)}" y="${at(y + 17)}" font-size="${SMALL_SIZE}" font-weight="600" fill="#4b5563">${escaped(label)}</text>`;
}

/** Half the height of the lid of a cylinder. */
const LID = 6;

const FILLS: Readonly<Record<BoxKind, readonly [fill: string, stroke: string]>> = {
  edge: ['#dbeafe', '#1d4ed8'],
  app: ['#f3f4f6', '#6b7280'],
  data: ['#fef3c7', '#b45309'],
  ops: ['#ede9fe', '#6d28d9'],
  other: ['#ffffff', '#9ca3af'],
  group: ['#ffffff', '#6b7280'],
  outside: ['#111827', '#111827'],
};

function box({ kind, lines, alarm, entry, x, y, width, height }: PlacedBox): string {
  const [fill, stroke] = FILLS[kind];
  const ink = kind === 'outside' ? '#ffffff' : '#111827';
  const frame = `fill="${fill}" stroke="${alarm ? '#dc2626' : stroke}" stroke-width="${alarm || entry ? 2.5 : 1.2}"`;
  const centre = y + height / 2 + (kind === 'data' ? LID / 2 : 0);
  const first = centre - ((lines.length - 1) * LINE_HEIGHT) / 2 + 4;
  const texts = lines.map((line, index) => {
    const style =
      index === 0 ? `font-weight="600" fill="${ink}"` : `font-size="${SMALL_SIZE}" fill="${ink}" fill-opacity="0.75"`;
    return `<text x="${at(x + width / 2)}" y="${at(first + index * LINE_HEIGHT)}" text-anchor="middle" ${style}>${escaped(line)}</text>`;
  });
  return `${shape(kind, frame, x, y, width, height)}${texts.join('')}`;
}

function shape(kind: BoxKind, frame: string, x: number, y: number, width: number, height: number): string {
  if (kind === 'data') {
    const [left, low] = [at(x), at(y + height - LID)];
    const body = `M${left} ${at(y + LID)} a${at(width / 2)} ${LID} 0 0 1 ${at(width)} 0 V${low} a${at(width / 2)} ${LID} 0 0 1 ${at(-width)} 0 Z`;
    const rim = `M${left} ${at(y + LID)} a${at(width / 2)} ${LID} 0 0 0 ${at(width)} 0`;
    return `<path d="${body}" ${frame}/><path d="${rim}" ${frame.replace(/fill="[^"]*"/, 'fill="none"')}/>`;
  }
  const radius = kind === 'outside' ? height / 2 : 6;
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" rx="${at(radius)}" ${frame}/>`;
}

const STROKES: Readonly<Record<ArrowKind, readonly [colour: string, style: string, marker: string]>> = {
  intended: ['#374151', '', 'dark'],
  published: ['#1d4ed8', ' stroke-width="2"', 'blue'],
  loopback: ['#6b7280', ' stroke-dasharray="5 4"', 'grey'],
  shared: ['#6b7280', ' stroke-dasharray="2 3"', ''],
  broken: ['#9ca3af', ' stroke-dasharray="5 4"', 'cross'],
  unintended: ['#dc2626', ' stroke-dasharray="5 4"', 'red'],
};

const HEADS: Readonly<Record<string, string>> = { dark: '#374151', blue: '#1d4ed8', grey: '#6b7280', red: '#dc2626' };

const MARKERS = [
  ...Object.entries(HEADS).map(
    ([name, colour]) =>
      `<marker id="${name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L8 4 L0 8 Z" fill="${colour}"/></marker>`,
  ),
  '<marker id="cross" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M1 1 L7 7 M7 1 L1 7" stroke="#9ca3af" stroke-width="1.5"/></marker>',
].join('');

function arrow({ kind, points }: PlacedArrow): string {
  const [colour, style, marker] = STROKES[kind];
  const head = marker === '' ? '' : ` marker-end="url(#${marker})"`;
  return `<path d="${bent(points)}" fill="none" stroke="${colour}"${style}${head}/>`;
}

/** How far from a corner a line leaves it out. */
const BEND = 6;

/** From point to point, with round corners. */
function bent(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (before === undefined) return `M${at(point.x)} ${at(point.y)}`;
      if (after === undefined) return `L${at(point.x)} ${at(point.y)}`;
      const [start, end] = [towards(point, before), towards(point, after)];
      return `L${at(start.x)} ${at(start.y)} Q${at(point.x)} ${at(point.y)} ${at(end.x)} ${at(end.y)}`;
    })
    .join(' ');
}

/** On the way from a corner to the next, half of it at most. */
function towards(corner: Point, next: Point): Point {
  const length = Math.hypot(next.x - corner.x, next.y - corner.y);
  const part = length === 0 ? 0 : Math.min(BEND, length / 2) / length;
  return { x: corner.x + (next.x - corner.x) * part, y: corner.y + (next.y - corner.y) * part };
}

function arrowLabel({ kind, label, labelAt }: PlacedArrow): string {
  if (label === '' || labelAt === undefined) return '';
  const [colour] = STROKES[kind];
  const width = textWidth(label, SMALL_SIZE) + 4;
  const plate = `<rect x="${at(labelAt.x - width / 2)}" y="${at(labelAt.y - 7)}" width="${at(width)}" height="14" rx="3" fill="#ffffff"/>`;
  return `${plate}<text x="${at(labelAt.x)}" y="${at(labelAt.y + 4)}" text-anchor="middle" font-size="${SMALL_SIZE}" fill="${colour}">${escaped(label)}</text>`;
}

const LEGEND: readonly (readonly [ArrowKind, string])[] = [
  ['published', 'published'],
  ['loopback', 'this machine only'],
  ['intended', 'intended'],
  ['unintended', 'open, not intended'],
  ['broken', 'intended, cannot connect'],
];

const LEGEND_WIDTH = 780;

function legend(y: number): string {
  let x = 16;
  const parts = LEGEND.map(([kind, text]) => {
    const line = arrow({
      kind,
      label: '',
      labelAt: undefined,
      points: [
        { x, y },
        { x: x + 32, y },
      ],
    });
    const word = small(x + 40, y + 4, text);
    x += 62 + text.length * 6;
    return line + word;
  });
  return parts.join('');
}

function small(x: number, y: number, text: string): string {
  return `<text x="${at(x)}" y="${at(y)}" font-size="${SMALL_SIZE}" fill="#6b7280">${escaped(text)}</text>`;
}

function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Text as XML takes it: no markup, no command of a workflow's log, nothing without a shape of its own. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, ' ')
    .replace(/[&<>"]|(?<=##)\[/g, (character) => `&#${character.codePointAt(0)};`);
}
