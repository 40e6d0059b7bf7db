/** The boxes of a picture: a service each, or one for several. */
import type { Graph, GraphService } from '../topology/graph.js';
import type { ChannelKind } from '../topology/topology.js';
import type { Box } from './picture.js';
import { count, grouped } from './words.js';

/** What is known of the services besides themselves, by name. */
export interface Known {
  readonly entries: ReadonlySet<string>;
  /** Ways around the network, in words. */
  readonly marks: ReadonlyMap<string, readonly string[]>;
  /** Who reaches it and need not. */
  readonly crowds: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Where an unintended path has more sources than this, the target says how many instead. */
export const MOST_SOURCES = 3;

/** A volume that more services share is written into their boxes instead of lines between them. */
const MOST_SHARING = 4;

/** Names in a box for several. */
const MOST_NAMES = 3;

function boxOf(id: string, service: GraphService, { entries, marks, crowds }: Known): Box {
  const { name, role, tier } = service;
  const crowd = crowds.get(name)?.size ?? 0;
  return {
    id,
    kind: tier,
    lines: [
      name,
      ...(role === 'other' || role === name ? [] : [role]),
      ...(marks.get(name) ?? []),
      ...(crowd > MOST_SOURCES ? [crowdText(crowd)] : []),
    ],
    alarm: crowd > 0,
    entry: entries.has(name),
  };
}

/** Instead of an arrow from each. */
export function crowdText(count: number): string {
  return `${count} reach it that need not`;
}

/** One for all of them; that of a tier where they are of one. */
export function sharedBox(id: string, services: readonly GraphService[], known: Known): Box {
  const [first] = services;
  if (first !== undefined && services.length === 1) return boxOf(id, first, known);
  const data = services.filter(({ tier }) => tier === 'data').length;
  const names = services.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = services.length - names.length;
  const mixed = services.some(({ tier }) => tier !== first?.tier);
  const marks = grouped(
    services.flatMap(({ name }) => known.marks.get(name) ?? []).filter((mark) => !isVolume(mark)),
    (mark) => mark,
  );
  return {
    id,
    kind: mixed || first === undefined ? 'group' : first.tier,
    lines: [
      count(services.length, 'service'),
      names.join(', ') + (more > 0 ? ` and ${more} more` : ''),
      ...(mixed && data > 0 ? [`${data} in the data tier`] : []),
      ...[...marks].map(([mark, of]) => `${mark}: ${of.length}`),
    ],
    alarm: services.some(({ name }) => (known.crowds.get(name)?.size ?? 0) > 0),
    entry: services.some(({ name }) => known.entries.has(name)),
  };
}

const VOLUME = 'volume ';
const HOST_PATH = 'host path ';

function isVolume(mark: string): boolean {
  return mark.startsWith(VOLUME) || mark.startsWith(HOST_PATH);
}

const MARKS: Readonly<Partial<Record<ChannelKind, string>>> = {
  'docker-socket': 'holds the Docker socket',
  privileged: 'privileged',
  'host-pid': 'sees the host’s processes',
  'host-ipc': 'sees the host’s shared memory',
  'net-admin': 'can change routes (NET_ADMIN)',
};

export function marksOf(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const marks = new Map<string, Set<string>>();
  const add = (name: string, mark: string) => marks.set(name, (marks.get(name) ?? new Set()).add(mark));
  const { channels } = graph;
  const privileged = new Set(channels.flatMap(({ kind, from }) => (kind === 'privileged' ? from : [])));
  for (const { kind, from, through } of channels) {
    const mark = MARKS[kind];
    if (mark !== undefined) {
      // Who is privileged can do that and everything else.
      for (const name of from) if (kind !== 'net-admin' || !privileged.has(name)) add(name, mark);
    } else if (kind === 'socket-proxy') add(through, 'passes the Docker API on');
  }
  for (const { store, others, wide, text } of storeVolumes(graph)) {
    for (const name of wide ? [store, ...others] : []) add(name, text);
  }
  return new Map([...marks].map(([name, own]) => [name, [...own]]));
}

/**
 * Volumes by which the files of a store are in the hands of others; what else services share says nothing of a network.
 * `store`: one of the stores that have it.
 */
export function storeVolumes({ channels, services }: Graph): readonly StoreVolume[] {
  const data = new Set(services.flatMap(({ name, tier }) => (tier === 'data' ? [name] : [])));
  return channels.flatMap(({ kind, to, through }) => {
    const store = kind === 'shared-volume' ? to.find((name) => data.has(name)) : undefined;
    const others = to.filter((name) => !data.has(name));
    if (store === undefined || others.length === 0) return [];
    return [{ store, others, wide: others.length >= MOST_SHARING, text: volumeText(through) }];
  });
}

export interface StoreVolume {
  readonly store: string;
  readonly others: readonly string[];
  /** Too many for a line to each. */
  readonly wide: boolean;
  readonly text: string;
}

/** What begins with a path is a folder or a file of the host; which of them the project does not say. */
function volumeText(through: string): string {
  const name = through.replace(/^.*[\\/](?=[^\\/]+[\\/]*$)/, '…/');
  return `${/^[.~]|[\\/]/.test(through) ? HOST_PATH : VOLUME}${name}`;
}
