/** A graph as a drawing of its own: an SVG without scripts, fonts or anything else from elsewhere. */
import type { Graph } from '../topology/graph.js';
import { arrange, type PlacedArrow, type PlacedBox, type PlacedCluster } from './arrange.js';
import { pictureOf } from './picture.js';
import { borderOf, descriptionOf, frameKind, legendOf } from './picture-legend.js';
import { legendIn } from './svg-legend.js';
import { at, boxShape, escaped, frameShape, inkOf, LID, lineShape, MARKERS, smallText } from './svg-shapes.js';
import { FONT_SIZE, LINE_HEIGHT, SMALL_SIZE, textWidth } from './text-size.js';

const MARGIN = 16;
const TITLE_HEIGHT = 40;
const TITLE_SIZE = 15;

/** So that a legend beside a small picture is no column. */
const LEAST_WIDTH = 640;

/** The layout library is loaded when the first drawing is made. */
export async function graphSvg(graph: Graph): Promise<string> {
  const picture = pictureOf(graph);
  const { title, notes } = picture;
  const { clusters, boxes, arrows, ...size } = await arrange(picture);
  const written = [textWidth(title, TITLE_SIZE * 1.1), ...notes.map((note) => textWidth(note, SMALL_SIZE))];
  const width = Math.ceil(Math.max(LEAST_WIDTH, size.width, ...written.map((length) => length + 2 * MARGIN)));
  const bottom = TITLE_HEIGHT + size.height;
  const legend = legendIn(legendOf(picture), MARGIN, bottom, width - 2 * MARGIN);
  const below = bottom + legend.height + LINE_HEIGHT;
  const height = Math.ceil(below + notes.length * LINE_HEIGHT);
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description" font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="${FONT_SIZE}">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(descriptionOf(picture))}</desc>`,
    `<defs>${MARKERS}</defs>`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    `<text x="${MARGIN}" y="26" font-size="${TITLE_SIZE}" font-weight="600" fill="#111827">${escaped(title)}</text>`,
    `<g transform="translate(0 ${TITLE_HEIGHT})">`,
    ...clusters.map(cluster),
    ...arrows.map(({ kind, points }) => lineShape(kind, points)),
    ...boxes.map(box),
    ...arrows.map(arrowLabel),
    '</g>',
    ...legend.drawn,
    ...notes.map((note, index) => smallText({ x: MARGIN, y: below + index * LINE_HEIGHT }, note)),
    '</svg>',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function cluster(placed: PlacedCluster): string {
  const { label, x, y } = placed;
  const title = `<text x="${at(x + 12)}" y="${at(y + 17)}" font-size="${SMALL_SIZE}" font-weight="600" fill="#4b5563">${escaped(label)}</text>`;
  return `${frameShape(frameKind(placed), placed)}${title}`;
}

function box(placed: PlacedBox): string {
  const { kind, lines, x, y, width, height } = placed;
  const ink = kind === 'outside' ? '#ffffff' : '#111827';
  const centre = y + height / 2 + (kind === 'data' ? LID / 2 : 0);
  const first = centre - ((lines.length - 1) * LINE_HEIGHT) / 2 + 4;
  const texts = lines.map((line, index) => {
    const style =
      index === 0 ? `font-weight="600" fill="${ink}"` : `font-size="${SMALL_SIZE}" fill="${ink}" fill-opacity="0.75"`;
    return `<text x="${at(x + width / 2)}" y="${at(first + index * LINE_HEIGHT)}" text-anchor="middle" ${style}>${escaped(line)}</text>`;
  });
  return `${boxShape(kind, borderOf(placed), placed)}${texts.join('')}`;
}

/** On a plate of its own: the line goes on behind it. */
function arrowLabel({ kind, label, labelAt }: PlacedArrow): string {
  if (label === '' || labelAt === undefined) return '';
  const width = textWidth(label, SMALL_SIZE) + 4;
  const plate = `<rect x="${at(labelAt.x - width / 2)}" y="${at(labelAt.y - 7)}" width="${at(width)}" height="14" rx="3" fill="#ffffff"/>`;
  return `${plate}<text x="${at(labelAt.x)}" y="${at(labelAt.y + 4)}" text-anchor="middle" font-size="${SMALL_SIZE}" fill="${inkOf(kind)}">${escaped(label)}</text>`;
}
