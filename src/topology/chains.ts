/** Through whom one end reaches another: the shortest chain of takeovers, each with its reasons. */
import { inhabitantOf, landscapeOf, nameOf } from './landscape.js';
import { type Hop, hopsTo, labelOf, type Place, type Spread, spreadFrom } from './paths.js';
import type { ChannelKind, Topology } from './topology.js';
import { viasBetween } from './vias.js';
import { type AnswerVia, directWays, type End, opens, reasonsOf, textOf, waysIn, waysOf } from './ways.js';

export interface AnswerHop extends Omit<AnswerVia, 'kind'> {
  readonly from: string;
  readonly to: string;
  /** `takeover`: who rules the host rules its containers. */
  readonly kind: AnswerVia['kind'] | ChannelKind | 'takeover';
}

/** Everything that can be taken over from an end. */
export function spreadOf(topology: Topology, from: End): Spread {
  if ('service' in from) return spreadFrom(topology, [from.service]);
  const starts: string[] = [];
  for (const pod of landscapeOf(topology).pods) {
    for (const inhabitant of pod.inhabitants) {
      const name = nameOf(topology, inhabitant);
      if (waysIn(topology, from.outside, name).some(({ ports }) => opens(ports, undefined))) starts.push(name);
    }
  }
  return spreadFrom(topology, starts);
}

/** The shortest chain whose last step opens the port; `undefined` where there is none. */
export function chainBetween(
  topology: Topology,
  spread: Spread,
  from: End,
  to: End,
  port: number | undefined,
): readonly AnswerHop[] | undefined {
  for (const place of spread.places()) {
    const last = lastHop(topology, spread, place, to, port);
    if (last === undefined) continue;
    const hops = hopsTo(topology, spread, place);
    const first = hops[0]?.from ?? labelOf(topology, place);
    return [...entryHop(topology, from, first), ...hops.map(hopOf), ...last];
  }
  return undefined;
}

/** From a place that is taken to the end that is asked for; empty where the place is that end itself. */
function lastHop(
  topology: Topology,
  spread: Spread,
  place: Place,
  to: End,
  port: number | undefined,
): readonly AnswerHop[] | undefined {
  const from = labelOf(topology, place);
  const target = textOf(to);
  if (place === 'host') {
    if ('outside' in to) return [];
    return [{ from, to: target, kind: 'takeover', ports: 'all', reasons: [] }];
  }
  if ('outside' in to) {
    const [way] = directWays(topology, { service: from }, to).via;
    return way && [{ from, to: target, ...way }];
  }
  const goal = inhabitantOf(topology, to.service)?.pod;
  if (goal === undefined) return undefined;
  // A way around the network opens every port; one through it only those that it leads to.
  if (goal === place) return spread.arrivalAt(place)?.channel ? [] : undefined;
  const way = viasBetween(landscapeOf(topology), place, goal).find(({ ports }) => opens(ports, port));
  return way && [{ from, to: target, ...waysOf(way), reasons: reasonsOf(way.evidence) }];
}

/** From outside to the service that is taken first. */
function entryHop(topology: Topology, from: End, first: string): readonly AnswerHop[] {
  if ('service' in from) return [];
  const way = waysIn(topology, from.outside, first).find(({ ports }) => opens(ports, undefined));
  return way ? [{ from: from.outside, to: first, ...way }] : [];
}

function hopOf({ from, to, by }: Hop): AnswerHop {
  if (by.how === 'channel') {
    return { from, to, kind: by.channel.kind, ports: 'all', reasons: reasonsOf(by.channel.evidence) };
  }
  return { from, to, ...waysOf(by.via), reasons: reasonsOf(by.via.evidence) };
}
