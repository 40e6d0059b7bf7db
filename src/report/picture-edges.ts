/** The arrows of a picture, between whatever boxes the services are in. */
import type { Graph, GraphUnintended } from '../topology/graph.js';
import type { ExposureKind } from '../topology/topology.js';
import type { Arrow, ArrowKind, Box } from './picture.js';
import { storeVolumes } from './picture-boxes.js';

/** Ports named on one arrow; where there are more, the first of them, and how many others. */
const MOST_PORTS = 4;
const SOME_PORTS = 2;

const LAN: Box = { id: 'w0', kind: 'outside', lines: ['LAN and internet'], alarm: false, entry: false };
const HOST: Box = { id: 'w1', kind: 'outside', lines: ['this machine'], alarm: false, entry: false };
export const OUTSIDE: readonly Box[] = [LAN, HOST];

/** `ids`: the box of each service. */
export function arrowsOf(
  graph: Graph,
  ids: ReadonlyMap<string, string>,
  unintended: readonly GraphUnintended[],
): readonly Arrow[] {
  const arrows = collector(ids);
  outsideArrows(graph, arrows);
  for (const { from, to, port, open } of graph.flows) {
    arrows.add(from, to, open ? 'intended' : 'broken', port === undefined ? '' : String(port));
  }
  for (const { from, to } of unintended) arrows.add(from, to, 'unintended', '');
  for (const { name, namespace } of graph.services) arrows.add(name, namespace, 'shared', 'shares its network');
  channelArrows(graph, arrows);
  return arrows.all();
}

/** How each way in from outside is written on its arrow. */
const WAYS_IN: Readonly<Record<Exclude<ExposureKind, 'published' | 'peers'>, string>> = {
  routed: 'routed',
  physical: 'on the local network',
  host: 'the host’s network',
  tunnel: 'tunnel',
};

function outsideArrows(graph: Graph, arrows: Collector): void {
  for (const { service, target, published, from } of graph.ingress) {
    const lan = from === 'lan';
    const ports = published === target ? `${target ?? '?'}` : `${published ?? '?'}→${target ?? '?'}`;
    arrows.enter(lan ? LAN.id : HOST.id, service, lan ? 'published' : 'loopback', ports);
  }
  for (const { service, kind } of graph.exposures) {
    if (kind !== 'published' && kind !== 'peers') arrows.enter(LAN.id, service, 'published', WAYS_IN[kind]);
  }
}

function channelArrows(graph: Graph, arrows: Collector): void {
  for (const { kind, to } of graph.channels) {
    const [first, second] = to;
    if ((kind !== 'shared-pid' && kind !== 'shared-ipc') || first === undefined || second === undefined) continue;
    arrows.add(first, second, 'shared', kind === 'shared-pid' ? 'share processes' : 'share memory');
  }
  for (const { store, others, wide, text } of storeVolumes(graph)) {
    for (const name of wide ? [] : others) arrows.add(name, store, 'shared', text);
  }
}

interface Collector {
  /** From service to service. Nothing where an end is not drawn, or both are in one box. */
  readonly add: (from: string, to: string, kind: ArrowKind, label: string) => void;
  /** From a box outside to a service. */
  readonly enter: (from: string, to: string, kind: ArrowKind, label: string) => void;
  readonly all: () => readonly Arrow[];
}

/** One arrow for each pair and kind, however many reasons there are; labels are joined, or counted where they are many. */
function collector(ids: ReadonlyMap<string, string>): Collector {
  const found = new Map<string, { from: string; to: string; kind: ArrowKind; labels: Set<string> }>();
  const draw = (from: string | undefined, to: string | undefined, kind: ArrowKind, label: string) => {
    if (from === undefined || to === undefined || from === to) return;
    const key = `${kind} ${from} ${to}`;
    const known = found.get(key) ?? { from, to, kind, labels: new Set<string>() };
    if (label !== '') known.labels.add(label);
    found.set(key, known);
  };
  return {
    add: (from, to, kind, label) => draw(ids.get(from), ids.get(to), kind, label),
    enter: (from, to, kind, label) => draw(from, ids.get(to), kind, label),
    all: () =>
      [...found.values()].map(({ from, to, kind, labels }) => ({ from, to, kind, label: joined([...labels]) })),
  };
}

function joined(labels: readonly string[]): string {
  if (labels.length <= MOST_PORTS) return labels.join(', ');
  return `${labels.slice(0, SOME_PORTS).join(', ')} and ${labels.length - SOME_PORTS} more`;
}
