/**
 * Through whom: the shortest chain of takeovers from one place to another, over connections and over the channels that
 * void the network.
 */
import { channelsAcross } from './channels-across.js';
import { type Inhabitant, inhabitantOf, type Landscape, landscapeOf, nameOf, type Pod } from './landscape.js';
import type { Channel, Topology, Via } from './topology.js';
import { viasBetween } from './vias.js';

/** One takeover: of a service, or of `host`. */
export interface Hop {
  readonly from: string;
  readonly to: string;
  readonly by:
    | { readonly how: 'connection'; readonly via: Via }
    | { readonly how: 'channel'; readonly channel: Channel };
}

/** A namespace, or the host taken over. */
export type Place = Pod | 'host';

interface Arrival {
  readonly from: Pod | undefined;
  readonly channel?: Channel;
}

/** Places in the order in which they are taken, nearest first, and how. */
export type Spread = ReadonlyMap<Place, Arrival>;

/**
 * Everything that can be taken over from the given services, up to the host if that is among it. Connections are tried
 * before channels, in the order of the files, so the answer does not change from run to run. Each network is walked once.
 */
export function spreadFrom(topology: Topology, services: Iterable<string>): Spread {
  const landscape = landscapeOf(topology);
  const channels = channelsByService(topology);
  const taken = new Map<Place, Arrival>();
  for (const service of services) {
    const inhabitant = inhabitantOf(topology, service);
    if (inhabitant && !taken.has(inhabitant.pod)) taken.set(inhabitant.pod, { from: undefined });
  }
  const walked = new Set<string>();
  // A map is walked in the order of insertion, entries added on the way included: it is its own queue.
  for (const place of taken.keys()) {
    // Who rules the host rules its containers: nothing is farther.
    if (place === 'host') break;
    const arrive = (to: Place, channel?: Channel) => {
      if (!taken.has(to)) taken.set(to, { from: place, ...(channel ? { channel } : {}) });
    };
    for (const pod of neighbours(landscape, place, walked)) {
      if (!taken.has(pod) && viasBetween(landscape, place, pod).length > 0) arrive(pod);
    }
    for (const inhabitant of place.inhabitants) {
      for (const { channel, by } of channels.get(inhabitant) ?? []) {
        if (channel.host) arrive('host', channel);
        for (const name of channel.to) {
          const target = inhabitantOf(by, name);
          if (target) arrive(target.pod, channel);
        }
      }
    }
  }
  return taken;
}

/** A channel, and the project whose names its ends have. */
interface Said {
  readonly channel: Channel;
  readonly by: Topology;
}

/** Channels through which one takes over, not only listens or forges. */
function channelsByService(topology: Topology): ReadonlyMap<Inhabitant, readonly Said[]> {
  const found = new Map<Inhabitant, Said[]>();
  const note = (channel: Channel, by: Topology) => {
    if (channel.kind === 'net-raw' || channel.kind === 'net-admin') return;
    for (const name of channel.from) {
      const holder = inhabitantOf(by, name);
      if (holder === undefined) continue;
      const known = found.get(holder);
      if (known) known.push({ channel, by });
      else found.set(holder, [{ channel, by }]);
    }
  };
  for (const each of landscapeOf(topology).topologies) for (const channel of each.channels) note(channel, each);
  for (const channel of channelsAcross(topology)) note(channel, topology);
  return found;
}

/** Namespaces that may be within reach of one, leaving out the networks whose members all are taken already. */
function* neighbours(landscape: Landscape, pod: Pod, walked: Set<string>): Generator<Pod> {
  const once = (key: string) => !walked.has(key) && Boolean(walked.add(key));
  for (const { engineName } of pod.endpoints) {
    const segment = landscape.segments.get(engineName);
    if (!segment?.icc || once(`network ${engineName}`)) yield* landscape.podsOn.get(engineName) ?? [];
  }
  if (pod.kind === 'host') yield* landscape.pods;
  else if (landscape.host !== undefined) yield landscape.host;
  // Without the userland proxy it depends on the network whether a published port can be opened.
  if (pod.outbound.length > 0 && (!landscape.engine.userlandProxy || once('outbound'))) {
    yield* landscape.publishers;
    yield* landscape.routed;
  }
}

/** The chain that leads to a place; empty where it was among the first. */
export function hopsTo(topology: Topology, spread: Spread, goal: Place): readonly Hop[] {
  const landscape = landscapeOf(topology);
  const hops: Hop[] = [];
  for (let to = goal, arrival = spread.get(to); arrival?.from !== undefined; arrival = spread.get(to)) {
    const { from, channel } = arrival;
    const ends = { from: labelOf(topology, from, channel), to: labelOf(topology, to) };
    const [via] = channel || to === 'host' ? [] : viasBetween(landscape, from, to);
    if (channel) hops.push({ ...ends, by: { how: 'channel', channel } });
    else if (via) hops.push({ ...ends, by: { how: 'connection', via } });
    to = from;
  }
  return hops.reverse();
}

export function labelOf(topology: Topology, place: Place, channel?: Channel): string {
  if (place === 'host') return 'host';
  const holder = place.inhabitants.find(
    (inhabitant) =>
      channel?.from.includes(inhabitant.member.service.name) || channel?.from.includes(nameOf(topology, inhabitant)),
  );
  const shown = holder ?? place.owner ?? place.inhabitants[0];
  return shown ? nameOf(topology, shown) : '';
}
