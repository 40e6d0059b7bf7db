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
  /** Who in `from` has the channel. */
  readonly holder?: Inhabitant;
}

/** What can be taken over, and how. It goes as far as somebody asks. */
export interface Spread {
  /** In the order in which they are taken, nearest first. */
  readonly places: () => Iterable<Place>;
  /** Of a place that has been taken. */
  readonly arrivalAt: (place: Place) => Arrival | undefined;
}

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
  const steps = walk(landscape, channels, taken);
  return {
    *places() {
      for (const place of taken.keys()) {
        yield place;
        // Whoever asks for more than was walked walks on.
        steps.next();
      }
    },
    arrivalAt: (place) => taken.get(place),
  };
}

/** Adds to what is taken, a place at each step. */
function* walk(
  landscape: Landscape,
  channels: ReadonlyMap<Inhabitant, readonly Said[]>,
  taken: Map<Place, Arrival>,
): Generator<void> {
  const walked = new Set<string>();
  const spoken = new Set<Said>();
  // A map is walked in the order of insertion, entries added on the way included: it is its own queue.
  for (const place of taken.keys()) {
    // Who rules the host rules its containers: nothing is farther.
    if (place === 'host') return;
    const arrive = (to: Place, through: Pick<Arrival, 'channel' | 'holder'> = {}) => {
      if (!taken.has(to)) taken.set(to, { from: place, ...through });
    };
    for (const pod of neighbours(landscape, place, walked)) {
      if (!taken.has(pod) && viasBetween(landscape, place, pod).length > 0) arrive(pod);
    }
    for (const holder of place.inhabitants) {
      for (const said of channels.get(holder) ?? []) {
        if (spoken.has(said)) continue;
        spoken.add(said);
        const { channel, to } = said;
        if (channel.host) arrive('host', { channel, holder });
        for (const pod of to) arrive(pod, { channel, holder });
      }
    }
    yield;
  }
}

/** A channel, and where it leads. */
interface Said {
  readonly channel: Channel;
  readonly to: readonly Pod[];
}

const channelsOf = new WeakMap<Topology, ReadonlyMap<Inhabitant, readonly Said[]>>();

/** Channels through which one takes over, not only listens or forges. */
function channelsByService(topology: Topology): ReadonlyMap<Inhabitant, readonly Said[]> {
  const known = channelsOf.get(topology);
  if (known) return known;
  const found = new Map<Inhabitant, Said[]>();
  const note = (channel: Channel, by: Topology) => {
    if (channel.kind === 'net-raw' || channel.kind === 'net-admin') return;
    const said = { channel, to: channel.to.flatMap((name) => inhabitantOf(by, name)?.pod ?? []) };
    for (const name of channel.from) {
      const holder = inhabitantOf(by, name);
      if (holder === undefined) continue;
      const heard = found.get(holder);
      if (heard) heard.push(said);
      else found.set(holder, [said]);
    }
  };
  for (const each of landscapeOf(topology).topologies) for (const channel of each.channels) note(channel, each);
  for (const channel of channelsAcross(topology)) note(channel, topology);
  channelsOf.set(topology, found);
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
  if (pod.hostward.length === 0) return;
  // Which of them can be opened depends on the networks of who sends, and on which of them is the default route.
  const networks = pod.endpoints.map(({ engineName }) => engineName).join(' ');
  if (once(`hostward ${networks}`)) yield* landscape.publishers;
  yield* landscape.routed;
}

/** The chain that leads to a place; empty where it was among the first. */
export function hopsTo(topology: Topology, spread: Spread, goal: Place): readonly Hop[] {
  const landscape = landscapeOf(topology);
  const hops: Hop[] = [];
  for (let to = goal, arrival = spread.arrivalAt(to); arrival?.from !== undefined; arrival = spread.arrivalAt(to)) {
    const { from, channel, holder } = arrival;
    const ends = { from: labelOf(topology, from, holder), to: labelOf(topology, to) };
    const [via] = channel || to === 'host' ? [] : viasBetween(landscape, from, to);
    if (channel) hops.push({ ...ends, by: { how: 'channel', channel } });
    else if (via) hops.push({ ...ends, by: { how: 'connection', via } });
    to = from;
  }
  return hops.reverse();
}

/** `holder`: who of a place is meant. */
export function labelOf(topology: Topology, place: Place, holder?: Inhabitant): string {
  if (place === 'host') return 'host';
  const shown = holder ?? place.owner ?? place.inhabitants[0];
  return shown ? nameOf(topology, shown) : '';
}
