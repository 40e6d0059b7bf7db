/** What connects two network namespaces, as the Engine enforces it, each way with its chain of evidence. */
import { child } from '../source/tree.js';
import { atLeast } from './engine.js';
import { isIpv6, isLoopback } from './exposure.js';
import { type Landscape, type Pod, routedPorts } from './landscape.js';
import * as names from './options.js';
import { optionText } from './options.js';
import { hostNetwork, portText } from './phrases.js';
import type { Endpoint, Evidence, Ingress, ReachKind, Segment, Via } from './topology.js';

/** Reasons are worked out only for whom they are read: there may be millions of pairs. */
function via(kind: ReachKind, ports: Via['ports'], explain: () => readonly Evidence[], network?: string): Via {
  if (network === undefined) {
    return {
      kind,
      ports,
      get evidence() {
        return explain();
      },
    };
  }
  return {
    kind,
    network,
    ports,
    get evidence() {
      return explain();
    },
  };
}

/** Every way in which a process of `from` can open a connection to one of `to`. */
export function viasBetween(landscape: Landscape, from: Pod, to: Pod): readonly Via[] {
  if (from === to) {
    if (from.kind === 'none') return [];
    return [via('namespace', 'all', () => namespaceEvidence(to))];
  }
  const vias: Via[] = [];
  for (const endpoint of from.endpoints) {
    const peer = to.onSegment.get(endpoint.engineName);
    const segment = landscape.segments.get(endpoint.engineName);
    if (peer === undefined || segment === undefined) continue;
    const shared = neighbours(from, to, endpoint, peer, segment);
    if (shared !== undefined) vias.push(shared);
  }
  if (landscape.routed.length > 0) vias.push(...letIn(landscape, from, to));
  const published = throughHost(landscape, from, to);
  if (published !== undefined) vias.push(published);
  const host = overHost(landscape, from, to);
  if (host !== undefined) vias.push(host);
  return vias;
}

function namespaceEvidence(pod: Pod): readonly Evidence[] {
  return pod.inhabitants.flatMap(({ member }) => {
    const mode = member.service.networkMode;
    return mode === undefined
      ? []
      : [{ text: `${member.service.name} has network_mode ${String(mode.value)}`, at: mode.at }];
  });
}

function neighbours(from: Pod, to: Pod, own: Endpoint, peer: Endpoint, segment: Segment): Via | undefined {
  const explain = () => [onNetwork(from, own), ...switchedOn(segment, own.networkKey), onNetwork(to, peer)];
  if (segment.icc) return via('network', 'all', explain, own.networkKey);
  if (segment.fabric !== 'default-bridge' || !isLinked(from, to)) return undefined;
  const ports = exposedPorts(to);
  return ports.length === 0 ? undefined : via('network', ports, explain, own.networkKey);
}

export function onNetwork(pod: Pod, endpoint: Endpoint): Evidence {
  return {
    text: `${pod.owner?.member.service.name ?? endpoint.service} is on network ${endpoint.networkKey}`,
    at: endpoint.at,
  };
}

function switchedOn(segment: Segment, key: string): readonly Evidence[] {
  if (segment.network === undefined) return [];
  // Where another of the given projects declares it, nothing has to be taken for granted.
  const text = segment.network.external
    ? `network ${key} is external: taken to let its members talk to each other`
    : `network ${key} lets its members talk to each other`;
  return [{ text, at: segment.network.at }];
}

/** On the default bridge of a daemon with `icc: false` a link opens the ports that its target exposes. */
function isLinked(from: Pod, to: Pod): boolean {
  const source = from.owner;
  const target = to.owner;
  if (source === undefined || target === undefined || source.topology !== target.topology) return false;
  return source.member.service.links.some((link) => link.target === target.member.service.name);
}

function exposedPorts(pod: Pod): readonly number[] {
  const service = pod.owner?.member.service;
  if (service === undefined) return [];
  const ports = new Set<number>();
  for (const port of service.ports) if (port.target !== undefined) ports.add(port.target);
  for (const exposed of service.expose) {
    const [start = Number.NaN, end = start] = String(exposed.value).split('/')[0]?.split('-').map(Number) ?? [];
    for (let port = start; port <= end && port <= 65535; port++) ports.add(port);
  }
  return [...ports].sort((a, b) => a - b);
}

/** A network that routes lets other networks in: to published ports, or unprotected to every port. */
function letIn(landscape: Landscape, from: Pod, to: Pod): readonly Via[] {
  const vias: Via[] = [];
  for (const endpoint of to.endpoints) {
    const segment = landscape.segments.get(endpoint.engineName);
    const ports = segment && routedPorts(segment, to.owner?.member.service, landscape.engine);
    if (segment === undefined || ports === undefined || from.onSegment.has(endpoint.engineName)) continue;
    const [way] = from.outbound;
    if (way === undefined || landscape.segments.get(way.engineName)?.answered !== true) continue;
    const explain = () => [
      onNetwork(from, way),
      ...gatewayEvidence(segment, endpoint.networkKey),
      onNetwork(to, endpoint),
    ];
    vias.push(via('network', ports, explain, endpoint.networkKey));
  }
  return vias;
}

function gatewayEvidence(segment: Segment, key: string): readonly Evidence[] {
  if (segment.network === undefined) return [];
  for (const name of [names.GATEWAY_MODE_IPV4, names.GATEWAY_MODE_IPV6]) {
    const mode = optionText(segment.network, name);
    const place = names.option(segment.network, name);
    if (place && (mode === 'routed' || mode === 'nat-unprotected')) {
      return [{ text: `network ${key} lets other networks in (${mode})`, at: place.at }];
    }
  }
  return [];
}

/** A port of the host is open to every namespace that can send to the host's addresses through it. */
function throughHost(landscape: Landscape, from: Pod, to: Pod): Via | undefined {
  if (to.ingress.length === 0) return undefined;
  const onHost = from.kind === 'host';
  const ways = onHost ? [] : from.outbound.filter((way) => getsThrough(landscape, way, to));
  if (!onHost && ways.length === 0) return undefined;
  const published = to.ingress.filter(({ target }) => target !== undefined);
  const leads = (way: Endpoint, entry: Ingress) => leadsTo(landscape, from, way, entry);
  const open = onHost ? published : published.filter((entry) => ways.some((way) => leads(way, entry)));
  if (open.length === 0) return undefined;
  const ports = [...new Set(open.flatMap((entry) => entry.target ?? []))].sort((a, b) => a - b);
  const used = ways.find((way) => open.some((entry) => leads(way, entry)));
  return via('published', ports, () => [
    ...(used ? [onNetwork(from, used)] : hostEvidence(from)),
    ...open.map((entry) => ({ text: portText(entry, landscape.engine), at: entry.port.at })),
  ]);
}

const EVERY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/**
 * Whether a network of the sender's has an address of the host at which a port is published: its own gateway where that is
 * every address, else one that the sender's route leads to, which is the default route unless the network has it itself.
 */
function leadsTo({ segments }: Landscape, from: Pod, way: Endpoint, { hostIp, port }: Ingress): boolean {
  const modes = segments.get(way.engineName)?.gatewayModes;
  // Where no address is written, it is published on those of IPv6, too.
  if (port.hostIp === undefined || (port.hostIp === '' && hostIp === '0.0.0.0')) {
    return modes?.ipv4 !== undefined || modes?.ipv6 !== undefined;
  }
  const family = isIpv6(hostIp) ? 'ipv6' : 'ipv4';
  if (isLoopback(hostIp) || modes?.[family] === undefined) return false;
  const subnets = child(child(segments.get(way.engineName)?.network?.tree, 'ipam'), 'config');
  if (EVERY_ADDRESS.has(hostIp) || subnets !== undefined) return true;
  const gateway = from.endpoints.find(({ engineName }) => {
    const segment = segments.get(engineName);
    return segment !== undefined && segment.gateways > 0 && segment.gatewayModes[family] !== undefined;
  });
  return gateway === undefined || gateway === way;
}

/**
 * Whether a connection over a network of the sender's opens a published port. Within the network that publishes it, the
 * userland proxy brings it; without the proxy the way is one between peers, which `icc` may forbid. From other networks
 * the proxy brings it, too, up to Engine 28, unless the network does not masquerade; from Engine 29 on it is forwarded.
 */
function getsThrough({ engine, segments }: Landscape, way: Endpoint, to: Pod): boolean {
  const own = segments.get(way.engineName);
  const publisher = to.endpoints.find(({ engineName }) => (segments.get(engineName)?.gateways ?? 0) > 0);
  if (publisher?.engineName === way.engineName) return engine.userlandProxy || own?.icc !== false;
  if (atLeast(engine, 29)) return own?.answered === true;
  return engine.userlandProxy && names.optionFlag(own?.network, names.MASQUERADE) !== false;
}

/** Processes of the host and containers, each at the other's address on a bridge. */
function overHost(landscape: Landscape, from: Pod, to: Pod): Via | undefined {
  const [container, onHost] = from.kind === 'host' ? [to, from] : [from, to];
  if (onHost.kind !== 'host') return undefined;
  const way = container.endpoints.find((endpoint) => landscape.segments.get(endpoint.engineName)?.hostAddress);
  if (way === undefined) return undefined;
  return via('host', 'all', () => {
    const ends = [onNetwork(container, way), ...hostEvidence(onHost)];
    return from.kind === 'host' ? ends.reverse() : ends;
  });
}

function hostEvidence(host: Pod): readonly Evidence[] {
  return host.inhabitants.map(({ member }) => hostNetwork(member.service));
}
