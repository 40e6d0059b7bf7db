/** Why one service cannot open a connection to another: what would have to be otherwise. */
import type { Service } from '../compose/project.js';
import { inhabitantOf, landscapeOf, type Pod } from './landscape.js';
import { ENABLE_ICC, MACVLAN_MODE, option } from './options.js';
import type { Evidence, Segment, Topology } from './topology.js';
import { onNetwork } from './vias.js';

export function whyNot(topology: Topology, from: string, to: string): readonly Evidence[] {
  const source = inhabitantOf(topology, from);
  const target = inhabitantOf(topology, to);
  if (source === undefined || target === undefined) return [];
  const { segments } = landscapeOf(topology);
  const silent = [source, target].flatMap(({ pod, member }) =>
    pod.endpoints.length === 0 ? offline(pod, member.service) : [],
  );
  if (silent.length > 0) return silent;
  const shared = source.pod.endpoints.filter(({ engineName }) => target.pod.onSegment.has(engineName));
  if (shared.length > 0) return shared.flatMap(({ engineName }) => apart(segments.get(engineName)));
  const missing = memberships(target.pod).map(({ text, at }) => ({ text: `${text}; ${from} is not`, at }));
  return [...memberships(source.pod), ...missing];
}

function offline(pod: Pod, service: Service): readonly Evidence[] {
  if (pod.kind === 'host') return [];
  const unknown = pod.kind === 'container';
  const text = unknown ? 'shares the network of a container that is not known' : 'is on no network';
  return [{ text: `${service.name} ${text}`, at: service.networkMode?.at ?? service.at }];
}

function memberships(pod: Pod): readonly Evidence[] {
  return pod.endpoints.map((endpoint) => onNetwork(pod, endpoint));
}

/** The option that keeps members of a network apart. */
function apart(segment: Segment | undefined): readonly Evidence[] {
  if (segment === undefined || segment.icc) return [];
  const place = option(segment.network, ENABLE_ICC) ?? option(segment.network, MACVLAN_MODE);
  const at = place?.at ?? segment.network?.at;
  return at ? [{ text: `network ${segment.key} keeps its members apart`, at }] : [];
}
