/** A graph in Graphviz' language, for `dot -Tsvg` and its kin. */
import type { Graph } from '../topology/graph.js';
import { type Arrow, type ArrowKind, type Box, type BoxKind, type Cluster, pictureOf } from './picture.js';
import { legendOf } from './picture-legend.js';

export function graphDot(graph: Graph): string {
  const picture = pictureOf(graph);
  const { title, outside, clusters, arrows } = picture;
  const notes = [...picture.notes, ...inLines(legendOf(picture).map(({ look, text }) => `${look}: ${text}`))];
  const lines = [
    `digraph ${quoted(title)} {`,
    '  graph [rankdir=LR, compound=true, fontname="Helvetica", fontsize=11, nodesep=0.3, ranksep=0.8]',
    '  node [shape=box, style="rounded,filled", fontname="Helvetica", fontsize=11, margin="0.15,0.08"]',
    '  edge [fontname="Helvetica", fontsize=9, color="#374151", fontcolor="#374151", arrowsize=0.7]',
    ...(notes.length > 0 ? [`  label=${quoted(notes.join('\n'))}`, '  labelloc=b'] : []),
    ...outside.map((box) => `  ${node(box)}`),
    ...clusters.flatMap(cluster),
    ...arrows.map((arrow) => `  ${edge(arrow)}`),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

/** In lines that are no wider than most pictures. */
function inLines(words: readonly string[]): readonly string[] {
  const rows: string[] = [];
  for (let index = 0; index < words.length; index += 3) rows.push(words.slice(index, index + 3).join('; '));
  return rows;
}

function cluster({ id, label, internal, open, boxes }: Cluster): readonly string[] {
  const colours = open
    ? 'color="#ea580c"; bgcolor="#fff7ed"; style="rounded,dashed"'
    : internal
      ? 'color="#059669"; bgcolor="#ecfdf5"; style=rounded'
      : 'color="#d1d5db"; bgcolor="#ffffff"; style=rounded';
  return [
    `  subgraph cluster_${id} {`,
    `    label=${quoted(label)}; labelloc=t; ${colours}`,
    ...boxes.map((box) => `    ${node(box)}`),
    '  }',
  ];
}

const FILLS: Readonly<Record<BoxKind, string>> = {
  edge: 'fillcolor="#dbeafe", color="#1d4ed8"',
  app: 'fillcolor="#f3f4f6", color="#6b7280"',
  data: 'fillcolor="#fef3c7", color="#b45309", shape=cylinder, style=filled',
  ops: 'fillcolor="#ede9fe", color="#6d28d9"',
  other: 'fillcolor="#ffffff", color="#9ca3af"',
  group: 'fillcolor="#f9fafb", color="#6b7280"',
  outside: 'fillcolor="#111827", color="#111827", fontcolor="#ffffff", shape=ellipse, style=filled',
};

function node({ id, kind, lines, alarm, entry }: Box): string {
  const border = alarm ? ', color="#dc2626", penwidth=2.5' : entry ? ', penwidth=2.5' : '';
  return `${id} [label=${quoted(lines.join('\n'))}, ${FILLS[kind]}${border}]`;
}

const LINES: Readonly<Record<ArrowKind, string>> = {
  intended: '',
  published: 'color="#1d4ed8", fontcolor="#1d4ed8", penwidth=1.8',
  loopback: 'color="#6b7280", fontcolor="#6b7280", style=dashed',
  shared: 'dir=none, style=dotted',
  broken: 'color="#9ca3af", fontcolor="#9ca3af", style=dashed, arrowhead=tee',
  unintended: 'color="#dc2626", fontcolor="#dc2626", style=dashed, constraint=false',
};

function edge({ from, to, kind, label }: Arrow): string {
  const attributes = [label === '' ? '' : `label=${quoted(label)}`, LINES[kind]].filter((part) => part !== '');
  return `${from} -> ${to}${attributes.length === 0 ? '' : ` [${attributes.join(', ')}]`}`;
}

/** Graphviz reads backslashes and character references even inside quotes. */
function quoted(text: string): string {
  const escaped = text
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/&/g, '&amp;')
    .replace(/\n/g, '\\n')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll('##[', '##&#91;');
  return `"${escaped}"`;
}
