/** The arrows of a picture, between single services or between groups of them. */
import type { Graph, GraphService, GraphUnintended } from '../topology/graph.js';
import type { ExposureKind } from '../topology/topology.js';
import type { Arrow, ArrowKind, Box, Cluster } from './picture.js';
import type { Group } from './picture-clusters.js';

interface Drawn {
  readonly outside: readonly Box[];
  readonly clusters: readonly Cluster[];
  readonly arrows: readonly Arrow[];
}

/** Where an unintended path has more sources than this, the target says how many instead. */
const MOST_SOURCES = 3;

/** Ports named on one arrow. */
const MOST_PORTS = 4;

const LAN: Box = { id: 'w0', kind: 'outside', lines: ['LAN and internet'], alarm: false, entry: false };
const HOST: Box = { id: 'w1', kind: 'outside', lines: ['this machine'], alarm: false, entry: false };
const OUTSIDE: readonly Box[] = [LAN, HOST];

export function detailedEdges(graph: Graph, groups: readonly Group[]): Drawn {
  const ids = new Map<string, string>();
  for (const group of groups) for (const service of group.services) ids.set(service.name, `n${ids.size}`);
  const unintended = unintendedOf(graph);
  const sources = new Map<string, Set<string>>();
  for (const { from, to } of unintended) sources.set(to, (sources.get(to) ?? new Set()).add(from));
  const marks = marksOf(graph);
  const entries = entriesOf(graph);
  const clusters = groups.map((group, index) => ({
    id: `c${index}`,
    label: group.label,
    internal: group.internal,
    open: group.open,
    boxes: group.services.map((service): Box => {
      const crowd = sources.get(service.name)?.size ?? 0;
      return {
        id: ids.get(service.name) ?? '',
        kind: service.tier,
        lines: [
          service.name,
          ...(service.role === 'other' || service.role === service.name ? [] : [service.role]),
          ...(marks.get(service.name) ?? []),
          ...(crowd > MOST_SOURCES ? [`${crowd} reach it that need not`] : []),
        ],
        alarm: crowd > 0,
        entry: entries.has(service.name),
      };
    }),
  }));
  const arrows = collector();
  outsideArrows(graph, ids, arrows);
  for (const { from, to, port, ok } of flowsOf(graph)) {
    arrows.add(ids.get(from), ids.get(to), ok ? 'intended' : 'broken', port === undefined ? '' : String(port));
  }
  for (const { from, to } of unintended) {
    if ((sources.get(to)?.size ?? 0) <= MOST_SOURCES) arrows.add(ids.get(from), ids.get(to), 'unintended', '');
  }
  for (const { name, namespace } of graph.services) {
    arrows.add(ids.get(name), ids.get(namespace), 'shared', 'shares its network');
  }
  return { outside: OUTSIDE, clusters, arrows: arrows.all() };
}

export function groupedEdges(graph: Graph, groups: readonly Group[]): Drawn {
  const ids = new Map<string, string>();
  groups.forEach((group, index) => {
    for (const service of group.services) ids.set(service.name, `n${index}`);
  });
  const unintended = unintendedOf(graph);
  const alarmed = new Set(unintended.map(({ to }) => to));
  const entries = entriesOf(graph);
  const clusters = groups.map((group, index) => ({
    id: `c${index}`,
    label: group.label,
    internal: group.internal,
    open: group.open,
    boxes: [
      {
        id: `n${index}`,
        kind: 'group' as const,
        lines: summaryOf(group.services),
        alarm: group.services.some((service) => alarmed.has(service.name)),
        entry: group.services.some((service) => entries.has(service.name)),
      },
    ],
  }));
  const arrows = collector();
  outsideArrows(graph, ids, arrows);
  for (const { from, to } of graph.flows) arrows.add(ids.get(from), ids.get(to), 'intended', '');
  for (const { from, to } of unintended) arrows.add(ids.get(from), ids.get(to), 'unintended', '');
  return { outside: OUTSIDE, clusters, arrows: arrows.all() };
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

/** How each way in from outside is written on its arrow. */
const WAYS_IN: Readonly<Record<Exclude<ExposureKind, 'published' | 'peers'>, string>> = {
  routed: 'routed',
  physical: 'on the local network',
  host: 'the host’s network',
  tunnel: 'tunnel',
};

function outsideArrows(graph: Graph, ids: ReadonlyMap<string, string>, arrows: Collector): void {
  for (const { service, target, published, from } of graph.ingress) {
    const lan = from === 'lan';
    const label = `${published ?? '?'}→${target ?? '?'}`;
    arrows.add(lan ? LAN.id : HOST.id, ids.get(service), lan ? 'published' : 'loopback', label);
  }
  for (const { service, kind } of graph.exposures) {
    if (kind !== 'published' && kind !== 'peers') arrows.add(LAN.id, ids.get(service), 'published', WAYS_IN[kind]);
  }
}

function summaryOf(services: readonly GraphService[]): readonly string[] {
  const data = services.filter((service) => service.tier === 'data').length;
  const names = services.slice(0, 3).map((service) => service.name);
  const more = services.length - names.length;
  return [
    services.length === 1 ? '1 service' : `${services.length} services`,
    names.join(', ') + (more > 0 ? ` and ${more} more` : ''),
    ...(data > 0 ? [`${data} in the data tier`] : []),
  ];
}

function entriesOf(graph: Graph): ReadonlySet<string> {
  return new Set(graph.exposures.filter(({ kind }) => kind !== 'peers').map(({ service }) => service));
}

const MARKS: ReadonlyMap<string, string> = new Map([
  ['docker-socket', 'holds the Docker socket'],
  ['privileged', 'privileged'],
  ['host-pid', 'sees the host’s processes'],
]);

function marksOf(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const marks = new Map<string, string[]>();
  for (const { kind, from } of graph.channels) {
    const mark = MARKS.get(kind);
    for (const name of mark === undefined ? [] : from) marks.set(name, [...(marks.get(name) ?? []), mark ?? '']);
  }
  return marks;
}

function flowsOf(graph: Graph) {
  const open = new Set<string>();
  for (const row of graph.reach ?? []) if (row.via.length > 0) open.add(JSON.stringify([row.from, row.to]));
  return graph.flows.map(({ from, to, port }) => ({
    from,
    to,
    port,
    ok: graph.reach === undefined || open.has(JSON.stringify([from, to])),
  }));
}

interface Collector {
  /** Nothing where an end is not drawn, or both are one. */
  readonly add: (from: string | undefined, to: string | undefined, kind: ArrowKind, label: string) => void;
  readonly all: () => readonly Arrow[];
}

/** One arrow for each pair and kind, however many reasons there are; labels are joined, or counted where they are many. */
function collector(): Collector {
  const found = new Map<string, { from: string; to: string; kind: ArrowKind; labels: Set<string> }>();
  return {
    add: (from, to, kind, label) => {
      if (from === undefined || to === undefined || from === to) return;
      const key = `${kind} ${from} ${to}`;
      const known = found.get(key) ?? { from, to, kind, labels: new Set<string>() };
      if (label !== '') known.labels.add(label);
      found.set(key, known);
    },
    all: () =>
      [...found.values()].map(({ from, to, kind, labels }) => ({ from, to, kind, label: joined([...labels]) })),
  };
}

function joined(labels: readonly string[]): string {
  const shown = labels.slice(0, MOST_PORTS).join(', ');
  return labels.length > MOST_PORTS ? `${shown} and ${labels.length - MOST_PORTS} more` : shown;
}
