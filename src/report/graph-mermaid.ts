/** A graph as a Mermaid flowchart that GitHub renders: within its limits of 50,000 characters and 500 arrows. */
import type { Graph } from '../topology/graph.js';
import {
  type Arrow,
  type ArrowKind,
  type Box,
  type Cluster,
  PICTURE_DEFAULTS,
  type Picture,
  pictureOf,
} from './picture.js';
import { descriptionOf } from './picture-legend.js';
import { grouped } from './words.js';

const MOST_CHARACTERS = 50_000;

export function graphMermaid(graph: Graph): string {
  let options = PICTURE_DEFAULTS;
  for (;;) {
    const text = drawn(pictureOf(graph, options));
    if (text.length < MOST_CHARACTERS || options.mostBoxes <= 1) return text;
    options = {
      foldAbove: 0,
      mostBoxes: Math.floor(options.mostBoxes / 2),
      mostArrows: Math.floor(options.mostArrows / 2),
    };
  }
}

function drawn(picture: Picture): string {
  const { title, outside, clusters, arrows, notes } = picture;
  const lines = [
    'flowchart LR',
    `  accTitle: ${plain(title)}`,
    `  accDescr: ${plain(descriptionOf(picture))}`,
    ...outside.map((box) => `  ${node(box)}`),
    ...clusters.flatMap(cluster),
    ...arrows.map((arrow) => `  ${edge(arrow)}`),
    ...notes.map((note, index) => `  note${index}["${quoted(note)}"]:::note`),
    ...Object.entries(CLASSES).map(([name, style]) => `  classDef ${name} ${style}`),
    ...classes(outside, clusters),
    ...linkStyles(arrows),
  ];
  return `${lines.join('\n')}\n`;
}

function cluster({ id, label, boxes }: Cluster): readonly string[] {
  return [
    `  subgraph ${id}["${quoted(label)}"]`,
    // One that no arrow leaves is laid out by itself, and downwards unless told otherwise.
    '    direction LR',
    ...boxes.map((box) => `    ${node(box)}`),
    '  end',
  ];
}

function node({ id, kind, lines }: Box): string {
  const label = lines.map(quoted).join('<br/>');
  if (kind === 'data') return `${id}[("${label}")]`;
  return kind === 'outside' ? `${id}(["${label}"])` : `${id}["${label}"]`;
}

const LINES: Readonly<Record<ArrowKind, string>> = {
  intended: '-->',
  published: '==>',
  loopback: '-->',
  shared: '-.-',
  broken: '-.->',
  unintended: '-.->',
};

/** What an arrow says that has nothing else to say; on a picture without colours it is all there is. */
const WORDS: Readonly<Partial<Record<ArrowKind, string>>> = { unintended: 'unintended', broken: 'cannot connect' };

function edge({ from, to, kind, label }: Arrow): string {
  const text = [label, WORDS[kind] ?? ''].filter((part) => part !== '').join(' ');
  return `${from} ${LINES[kind]}${text === '' ? '' : `|"${quoted(text)}"|`} ${to}`;
}

const CLASSES: Readonly<Record<string, string>> = {
  edge: 'fill:#dbeafe,stroke:#1d4ed8,color:#111827',
  app: 'fill:#f3f4f6,stroke:#6b7280,color:#111827',
  data: 'fill:#fef3c7,stroke:#b45309,color:#111827',
  ops: 'fill:#ede9fe,stroke:#6d28d9,color:#111827',
  other: 'fill:#ffffff,stroke:#9ca3af,color:#111827',
  group: 'fill:#f9fafb,stroke:#6b7280,color:#111827',
  outside: 'fill:#111827,stroke:#111827,color:#ffffff',
  note: 'fill:none,stroke:none,color:#6b7280',
  entry: 'stroke-width:3px',
  alarm: 'stroke:#dc2626,stroke-width:3px',
  internal: 'fill:#ecfdf5,stroke:#059669,color:#111827',
  open: 'fill:#fff7ed,stroke:#ea580c,stroke-dasharray:6 4,color:#111827',
  plain: 'fill:#ffffff,stroke:#d1d5db,color:#111827',
};

function classes(outside: readonly Box[], clusters: readonly Cluster[]): readonly string[] {
  const named = new Map<string, string[]>();
  const add = (name: string, id: string) => {
    const known = named.get(name);
    if (known) known.push(id);
    else named.set(name, [id]);
  };
  for (const group of clusters) add(group.open ? 'open' : group.internal ? 'internal' : 'plain', group.id);
  for (const box of [...outside, ...clusters.flatMap((group) => group.boxes)]) {
    add(box.kind, box.id);
    if (box.entry) add('entry', box.id);
    if (box.alarm) add('alarm', box.id);
  }
  return [...named].map(([name, ids]) => `  class ${ids.join(',')} ${name}`);
}

const LINE_STYLES: Readonly<Partial<Record<ArrowKind, string>>> = {
  published: 'stroke:#1d4ed8,color:#1d4ed8',
  loopback: 'stroke:#6b7280,stroke-dasharray:5 4',
  unintended: 'stroke:#dc2626,color:#dc2626',
};

function linkStyles(arrows: readonly Arrow[]): readonly string[] {
  const styled = arrows.flatMap(({ kind }, index) => {
    const style = LINE_STYLES[kind];
    return style === undefined ? [] : [{ style, index }];
  });
  return [...grouped(styled, ({ style }) => style)].map(
    ([style, list]) => `  linkStyle ${list.map(({ index }) => index).join(',')} ${style}`,
  );
}

/** Mermaid takes what is for who does not see the picture as it is: no codes, only words. */
function plain(text: string): string {
  return `${text.replace(/[^\p{L}\p{N} _.,()?’→…-]+/gu, ' ').trim()}.`;
}

/** Everything but plain words as a character code, so that no text can end its quotes or be taken for Mermaid or HTML. */
function quoted(text: string): string {
  return Array.from(text, (character) =>
    /[\p{L}\p{N} _.,()?’→…-]/u.test(character)
      ? character
      : /\p{C}/u.test(character)
        ? ' '
        : `#${character.codePointAt(0)};`,
  ).join('');
}
