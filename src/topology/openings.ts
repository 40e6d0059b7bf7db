/**
 * What the Engine opens for published ports: at addresses of the host, and at the container's own. It hangs on the default
 * gateways of the namespace, of which each address family has its own. Recorded from Engine 28.5.
 */
import type { Port, Service } from '../compose/project.js';
import { EVERY, familyOf, usualSpelling } from './addresses.js';
import { atLeast, type EngineProfile } from './engine.js';
import { MASQUERADE, optionFlag } from './options.js';
import { isPhysical } from './segments.js';
import type { Binding, Endpoint, Family, RoutedPort, Segment } from './topology.js';

export const FAMILIES: readonly Family[] = ['ipv4', 'ipv6'];

export type SegmentOf = (endpoint: Endpoint) => Segment | undefined;

/** The networks of a namespace that have its default gateways. */
export type Gateways = { readonly [family in Family]?: Endpoint };

/** Whether containers on the network get a default gateway of the family there. */
function hasGateway({ gateways, gatewayModes }: Segment, family: Family): boolean {
  return gateways > 0 && gatewayModes[family] !== undefined;
}

/** Whether the host has an address of the family on the network. */
export function hasHostAddress({ hostAddress, gatewayModes }: Segment, family: Family): boolean {
  const mode = gatewayModes[family];
  return hostAddress && mode !== undefined && mode !== 'isolated';
}

export function masquerades({ network }: Segment): boolean {
  return optionFlag(network, MASQUERADE) !== false;
}

/**
 * Whether answers from other networks get back to who asked from this one. Without masquerading they are sent to a
 * container's own address, to which nothing else gets in mode `nat`.
 */
export function isAnswered(segment: Segment, family: Family, engine: EngineProfile): boolean {
  return masquerades(segment) || segment.gatewayModes[family] !== 'nat' || !atLeast(engine, 28, 2);
}

/**
 * The first network with gateways of both families gives both, even after others that have a higher priority; without such
 * a network, the first of each family. Before Engine 28 one network gave whatever it had.
 */
export function gatewaysOf(endpoints: readonly Endpoint[], segmentOf: SegmentOf, engine: EngineProfile): Gateways {
  const found: { [family in Family]?: Endpoint } = {};
  for (const endpoint of endpoints) {
    const segment = segmentOf(endpoint);
    const families = segment ? FAMILIES.filter((family) => hasGateway(segment, family)) : [];
    if (families.length === FAMILIES.length) return { ipv4: endpoint, ipv6: endpoint };
    for (const family of families) found[family] ??= endpoint;
    if (families.length > 0 && !atLeast(engine, 28)) break;
  }
  return found;
}

/** The networks over which a namespace sends what is for none of its networks. That of an overlay is the Engine's own bridge. */
export function defaultRoutesOf(endpoints: readonly Endpoint[], segmentOf: SegmentOf, engine: EngineProfile): Gateways {
  const gateways = gatewaysOf(endpoints, segmentOf, engine);
  if (gateways.ipv4 ?? gateways.ipv6) return gateways;
  const overlay = endpoints.find((endpoint) => {
    const segment = segmentOf(endpoint);
    return segment?.fabric === 'overlay' && segment.outbound;
  });
  return overlay ? { ipv4: overlay } : gateways;
}

export interface Openings {
  readonly bindings: ReadonlyMap<Port, readonly Binding[]>;
  readonly routed: readonly RoutedPort[];
}

export function openingsOf(
  service: Service,
  endpoints: readonly Endpoint[],
  segmentOf: SegmentOf,
  engine: EngineProfile,
): Openings {
  const bindings = new Map<Port, readonly Binding[]>();
  const routed: RoutedPort[] = [];
  if (service.ports.length === 0) return { bindings, routed };
  const gateways = gatewaysOf(endpoints, segmentOf, engine);
  const onBridges = publishing(gateways, segmentOf);
  const isStack = engine.mode === 'swarm' && (onBridges.ipv4 ?? onBridges.ipv6) !== undefined;
  const isOnOverlay = !gateways.ipv4 && !gateways.ipv6 && endpoints.some((each) => isMeshed(segmentOf(each), engine));
  for (const port of service.ports) {
    if (isStack || isOnOverlay) {
      bindings.set(port, meshBindings(port, engine));
      continue;
    }
    const own: Binding[] = [];
    for (const { segment, ...binding } of wantedOf(port, onBridges, engine)) {
      const mode = segment.gatewayModes[binding.family];
      if (binding.proxied || mode === 'nat' || mode === 'nat-unprotected') own.push(binding);
      else if (mode === 'routed') routed.push(...routedOn(port, binding.family, segment));
    }
    bindings.set(port, own);
    if (atLeast(engine, 29)) routed.push(...routedBeside(port, gateways, endpoints, segmentOf));
  }
  return { bindings, routed };
}

/** A stack's published ports lie on the ingress network, whatever else the service is on. */
function isMeshed(segment: Segment | undefined, engine: EngineProfile): boolean {
  return segment?.fabric === 'overlay' && (segment.outbound || engine.mode === 'swarm');
}

/** Since Engine 29 not only the network of the gateway routes. */
function routedBeside(
  port: Port,
  gateways: Gateways,
  endpoints: readonly Endpoint[],
  segmentOf: SegmentOf,
): readonly RoutedPort[] {
  const wanted = hostAddressOf(port);
  return endpoints.flatMap((endpoint) => {
    const segment = segmentOf(endpoint);
    if (segment === undefined) return [];
    const families = FAMILIES.filter((family) => {
      if (gateways[family] === endpoint || segment.gatewayModes[family] !== 'routed') return false;
      return !wanted || familyOf(wanted) === family;
    });
    return families.flatMap((family) => routedOn(port, family, segment));
  });
}

type Publishers = { readonly [family in Family]?: Segment };

/** macvlan and ipvlan publish nothing. */
function publishing(gateways: Gateways, segmentOf: SegmentOf): Publishers {
  const found: { [family in Family]?: Segment } = {};
  for (const family of FAMILIES) {
    const gateway = gateways[family];
    const segment = gateway && segmentOf(gateway);
    if (segment && !isPhysical(segment)) found[family] = segment;
  }
  return found;
}

/** `docker stack deploy` ignores host addresses. */
function meshBindings(port: Port, engine: EngineProfile): readonly Binding[] {
  const wanted = engine.mode === 'swarm' ? '' : hostAddressOf(port);
  const all: readonly Binding[] = FAMILIES.map((family) => ({
    family,
    hostIp: wanted === undefined ? '' : wanted || EVERY[family],
    proxied: false,
    through: undefined,
  }));
  return wanted ? all.filter(({ family }) => family === familyOf(wanted)) : all;
}

interface Wanted extends Binding {
  readonly segment: Segment;
}

/** Before it is asked how the network lets it in. To containers without IPv6 the userland proxy brings what comes over it. */
function wantedOf(port: Port, { ipv4, ipv6 }: Publishers, { userlandProxy }: EngineProfile): readonly Wanted[] {
  const hostIp = hostAddressOf(port);
  const wanted: Wanted[] = [];
  const add = (family: Family, address: string, segment: Segment, proxied: boolean) =>
    wanted.push({
      family,
      hostIp: hostIp === undefined ? '' : address,
      proxied,
      through: segment.engineName,
      segment,
    });
  const four = hostIp || ipv4?.hostBinding || EVERY.ipv4;
  if (ipv4 && familyOf(four) === 'ipv4') add('ipv4', four, ipv4, false);
  const binding = (ipv6 ?? ipv4)?.hostBinding ?? '';
  if (hostIp ? familyOf(hostIp) === 'ipv6' : binding === '' || binding === EVERY.ipv4) {
    const six = hostIp || EVERY.ipv6;
    if (ipv6) add('ipv6', six, ipv6, false);
    else if (ipv4 && ipv4.gatewayModes.ipv4 !== 'isolated' && userlandProxy) add('ipv6', six, ipv4, true);
  }
  return wanted;
}

function routedOn({ target }: Port, family: Family, { engineName }: Segment): readonly RoutedPort[] {
  return target === undefined ? [] : [{ target, family, network: engineName }];
}

function hostAddressOf({ hostIp }: Port): string | undefined {
  return hostIp && usualSpelling(hostIp);
}
