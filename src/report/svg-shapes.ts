/** The shapes of an SVG picture, in the looks of what they stand for. */
import type { ArrowKind, BoxKind } from './picture.js';
import type { borderOf, FrameKind } from './picture-legend.js';
import type { Point } from './route.js';
import { SMALL_SIZE } from './text-size.js';

/** `x` and `y` are the upper left corner. */
export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

const FRAMES: Readonly<Record<FrameKind, string>> = {
  plain: 'fill="#f9fafb" stroke="#9ca3af"',
  internal: 'fill="#ecfdf5" stroke="#059669"',
  open: 'fill="#fff7ed" stroke="#ea580c" stroke-dasharray="6 4"',
};

export function frameShape(kind: FrameKind, area: Area, radius = 10): string {
  return rectangle(area, radius, FRAMES[kind]);
}

/** Half the height of the lid of a cylinder. */
export const LID = 6;

const FILLS: Readonly<Record<BoxKind, readonly [fill: string, stroke: string]>> = {
  edge: ['#dbeafe', '#1d4ed8'],
  app: ['#f3f4f6', '#6b7280'],
  data: ['#fef3c7', '#b45309'],
  ops: ['#ede9fe', '#6d28d9'],
  other: ['#ffffff', '#9ca3af'],
  group: ['#ffffff', '#6b7280'],
  outside: ['#111827', '#111827'],
};

/** `border`: what is to be told of a box besides its kind. */
export function boxShape(kind: BoxKind, border: ReturnType<typeof borderOf>, area: Area): string {
  const [fill, stroke] = FILLS[kind];
  const frame = `stroke="${border === 'alarm' ? '#dc2626' : stroke}" stroke-width="${border ? 2.5 : 1.2}"`;
  if (kind !== 'data') return rectangle(area, kind === 'outside' ? area.height / 2 : 6, `fill="${fill}" ${frame}`);
  const { x, y, width, height } = area;
  const [left, low, half] = [at(x), at(y + height - LID), at(width / 2)];
  const body = `M${left} ${at(y + LID)} a${half} ${LID} 0 0 1 ${at(width)} 0 V${low} a${half} ${LID} 0 0 1 ${at(-width)} 0 Z`;
  const rim = `M${left} ${at(y + LID)} a${half} ${LID} 0 0 0 ${at(width)} 0`;
  return `<path d="${body}" fill="${fill}" ${frame}/><path d="${rim}" fill="none" ${frame}/>`;
}

function rectangle({ x, y, width, height }: Area, radius: number, look: string): string {
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" rx="${at(radius)}" ${look}/>`;
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

export const MARKERS = [
  ...Object.entries(HEADS).map(
    ([name, colour]) =>
      `<marker id="${name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L8 4 L0 8 Z" fill="${colour}"/></marker>`,
  ),
  '<marker id="cross" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M1 1 L7 7 M7 1 L1 7" stroke="#9ca3af" stroke-width="1.5"/></marker>',
].join('');

export function lineShape(kind: ArrowKind, points: readonly Point[]): string {
  const [colour, style, marker] = STROKES[kind];
  const head = marker === '' ? '' : ` marker-end="url(#${marker})"`;
  return `<path d="${bent(points)}" fill="none" stroke="${colour}"${style}${head}/>`;
}

/** What is written on a line is at least as dark as grey text elsewhere. */
export function inkOf(kind: ArrowKind): string {
  return kind === 'broken' ? '#6b7280' : STROKES[kind][0];
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

export function smallText({ x, y }: Point, text: string): string {
  return `<text x="${at(x)}" y="${at(y)}" font-size="${SMALL_SIZE}" fill="#6b7280">${escaped(text)}</text>`;
}

export function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Text as XML takes it: no markup, no command of a workflow's log, nothing without a shape of its own. */
export function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, ' ')
    .replace(/[&<>"]|(?<=##)\[/g, (character) => `&#${character.codePointAt(0)};`);
}
