/** What connects two network namespaces, as the Engine enforces it, each way with its chain of evidence. */

import { EVERY, isLoopback, standingOn } from './addresses.js';
import { atLeast } from './engine.js';
import { sortedPorts } from './exposure.js';
import type { Landscape, Pod } from './landscape.js';
import { FAMILIES, hasHostAddress, isAnswered, masquerades } from './openings.js';
import * as names from './options.js';
import { optionText } from './options.js';
import { hostNetwork, portText } from './phrases.js';
import type { Binding, Endpoint, Evidence, Family, ReachKind, Segment, Via } from './topology.js';

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
  return sortedPorts(ports);
}

/** A network that routes lets other networks in: to published ports, or unprotected to every port. */
function letIn(landscape: Landscape, from: Pod, to: Pod): readonly Via[] {
  const vias: Via[] = [];
  for (const endpoint of to.endpoints) {
    const segment = landscape.segments.get(endpoint.engineName);
    if (segment === undefined || from.onSegment.has(endpoint.engineName)) continue;
    const ways = FAMILIES.flatMap((family) => wayInto(landscape, from, to, segment, family));
    const [first] = ways;
    if (first === undefined) continue;
    const explain = () => [
      onNetwork(from, first.way),
      ...gatewayEvidence(segment, endpoint.networkKey),
      onNetwork(to, endpoint),
    ];
    const ports = ways.some((way) => way.ports === 'all')
      ? 'all'
      : sortedPorts(ways.flatMap((way) => (way.ports === 'all' ? [] : way.ports)));
    vias.push(via('network', ports, explain, endpoint.networkKey));
  }
  return vias;
}

/** Over one address family: the network it is sent from, and what is open. None at all where nothing is, or no answer gets back. */
function wayInto(
  { engine, segments }: Landscape,
  from: Pod,
  to: Pod,
  segment: Segment,
  family: Family,
): readonly { readonly way: Endpoint; readonly ports: Via['ports'] }[] {
  const isOpen = atLeast(engine, 29) && segment.gatewayModes[family] === 'nat-unprotected';
  const own = to.routed.filter((port) => port.network === segment.engineName && port.family === family);
  const way = from.routes[family];
  const sender = way && segments.get(way.engineName);
  if ((!isOpen && own.length === 0) || !atLeast(engine, 28) || !sender || !hasHostAddress(sender, family)) return [];
  return isAnswered(sender, family, engine) ? [{ way, ports: isOpen ? 'all' : own.map(({ target }) => target) }] : [];
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

/** A port of the host is open to every namespace that can send to the address of the host that has it. */
function throughHost(landscape: Landscape, from: Pod, to: Pod): Via | undefined {
  if (to.ingress.length === 0) return undefined;
  const onHost = from.kind === 'host';
  if (!onHost && from.hostward.length === 0) return undefined;
  const published = to.ingress.filter(({ target }) => target !== undefined);
  const opens = (way: Endpoint, bindings: readonly Binding[]) =>
    bindings.some((binding) => isOpenOver(landscape, from, way, binding));
  const open = onHost
    ? published
    : published.filter(({ bindings }) => from.hostward.some((way) => opens(way, bindings)));
  if (open.length === 0) return undefined;
  const ports = sortedPorts(open.flatMap((entry) => entry.target ?? []));
  return via('published', ports, () => {
    const used = from.hostward.find((way) => open.some(({ bindings }) => opens(way, bindings)));
    return [
      ...(used && !onHost ? [onNetwork(from, used)] : hostEvidence(from)),
      ...open.map((entry) => ({ text: portText(entry, landscape.engine), at: entry.port.at })),
    ];
  });
}

/** Whether what is sent over a network to the host's addresses gets to one that has the port. */
function isOpenOver(landscape: Landscape, from: Pod, way: Endpoint, binding: Binding): boolean {
  const own = landscape.segments.get(way.engineName);
  if (own === undefined || !hasHostAddress(own, binding.family)) return false;
  return getsThrough(landscape, own, binding) && leadsTo(landscape, from, way, binding);
}

/**
 * What the userland proxy alone has opened is a process of the host. Within the network that publishes it, the proxy brings
 * the others, too; without the proxy the way is one between peers, which `icc` may forbid. From other networks the proxy
 * brings it up to Engine 28, unless the network is internal or does not masquerade; from Engine 29 on it is forwarded.
 */
function getsThrough({ engine }: Landscape, own: Segment, { family, proxied, through }: Binding): boolean {
  if (proxied) return true;
  if (through === own.engineName) return engine.userlandProxy || own.icc;
  if (own.internal) return false;
  return atLeast(engine, 29) ? isAnswered(own, family, engine) : engine.userlandProxy && masquerades(own);
}

/**
 * Whether a sender's network has the address of the host: its own gateway where that is every address, else one that the
 * sender's route leads to, which is the default route unless one of its networks has the address among its own.
 */
function leadsTo({ segments }: Landscape, from: Pod, way: Endpoint, { family, hostIp }: Binding): boolean {
  if (hostIp === '' || hostIp === EVERY[family]) return true;
  if (isLoopback(hostIp)) return false;
  for (const endpoint of from.endpoints) {
    const standing = standingOn(segments.get(endpoint.engineName)?.network, hostIp);
    if (standing !== undefined) return endpoint === way && standing === 'gateway';
  }
  return from.routes[family] === way;
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
