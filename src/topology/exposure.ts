/** The ways in from outside the given projects: ports of the host, addresses that are routed to, open networks. */
import type { Port, Service } from '../compose/project.js';
import { atLeast, type EngineProfile } from './engine.js';
import { option, TRUSTED_INTERFACES } from './options.js';
import { portText } from './phrases.js';
import type { Endpoint, Evidence, Exposure, GatewayMode, Ingress, Segment } from './topology.js';

/** A network namespace with the service that owns it. */
export interface Inhabited {
  readonly service: Service;
  readonly endpoints: readonly Endpoint[];
}

export type SegmentOf = (endpoint: Endpoint) => Segment | undefined;

/** Where the Engine publishes a namespace's ports: on which address families of the host. */
interface Publisher {
  /** `undefined` for an overlay, whose gateway is on a bridge of the Engine's own. */
  readonly gateway: Segment | undefined;
  readonly ipv4: boolean;
  readonly ipv6: boolean;
}

/** Ports are published through the network of the default gateway. */
function publisher(endpoints: readonly Endpoint[], segmentOf: SegmentOf, engine: EngineProfile): Publisher | undefined {
  let overlay = false;
  for (const endpoint of endpoints) {
    const segment = segmentOf(endpoint);
    if (segment === undefined) continue;
    if (segment.gateways > 0) {
      if (segment.fabric === 'macvlan' || segment.fabric === 'ipvlan') return undefined;
      const { ipv4, ipv6 } = segment.gatewayModes;
      // To containers without IPv6 the userland proxy brings the connections that the host takes over IPv6.
      const proxied = ipv4 !== 'isolated' && engine.userlandProxy;
      return { gateway: segment, ipv4: isTranslated(ipv4), ipv6: ipv6 ? isTranslated(ipv6) : proxied };
    }
    // A stack's published ports lie on the ingress network, whatever else the service is on.
    if (segment.fabric === 'overlay' && (segment.outbound || engine.mode === 'swarm')) overlay = true;
  }
  return overlay ? { gateway: undefined, ipv4: true, ipv6: true } : undefined;
}

function isTranslated(mode: GatewayMode | undefined): boolean {
  return mode === 'nat' || mode === 'nat-unprotected';
}

/** The ports of the host that lead to the namespace. */
export function ingressOf(owner: Inhabited, segmentOf: SegmentOf, engine: EngineProfile): readonly Ingress[] {
  const through = publisher(owner.endpoints, segmentOf, engine);
  if (through === undefined) return [];
  return owner.service.ports.flatMap((port): readonly Ingress[] => {
    const hostIp = hostAddressOf(port, through, engine);
    if (hostIp === undefined) return [];
    const { published } = port;
    return [
      {
        service: owner.service.name,
        port,
        target: port.target,
        published: published.kind === 'range' && published.start === published.end ? published.start : null,
        hostIp,
        from: isLoopback(hostIp) && atLeast(engine, 28) ? 'host' : 'lan',
      },
    ];
  });
}

/** `undefined` where the port is not opened: its address is of a family that the network does not publish on. */
function hostAddressOf(port: Port, { gateway, ipv4, ipv6 }: Publisher, engine: EngineProfile): string | undefined {
  // `docker stack deploy` ignores host addresses.
  if (engine.mode === 'swarm') return '0.0.0.0';
  if (port.hostIp === undefined) return ipv4 || ipv6 ? '' : undefined;
  const wanted = port.hostIp || gateway?.hostBinding || '';
  if (wanted !== '') return (isIpv6(wanted) ? ipv6 : ipv4) ? wanted : undefined;
  return ipv4 ? '0.0.0.0' : ipv6 ? '::' : undefined;
}

export function isIpv6(address: string): boolean {
  return address.includes(':');
}

export function isLoopback(address: string): boolean {
  const bare = address.startsWith('[') && address.endsWith(']') ? address.slice(1, -1) : address;
  return bare === '::1' || /^127(?:\.\d{1,3}){3}$/.test(bare) || /^(?:0{1,4}:){7}0{0,3}1$/.test(bare);
}

/** Whether the port's traffic reaches a container at its own address, from other networks and the LAN alike. */
export function isRouted(segment: Segment): boolean {
  return segment.gatewayModes.ipv4 === 'routed' || segment.gatewayModes.ipv6 === 'routed';
}

export function isUnprotected(segment: Segment): boolean {
  return segment.gatewayModes.ipv4 === 'nat-unprotected' || segment.gatewayModes.ipv6 === 'nat-unprotected';
}

export function targetPorts(service: Service): readonly number[] {
  const targets = new Set<number>();
  for (const port of service.ports) if (port.target !== undefined) targets.add(port.target);
  return [...targets].sort((a, b) => a - b);
}

export function exposuresOf(
  owner: Inhabited,
  ingress: readonly Ingress[],
  segmentOf: SegmentOf,
  engine: EngineProfile,
): readonly Exposure[] {
  const published = ingress.map(
    (entry): Exposure => ({
      kind: 'published',
      from: entry.from,
      ports: entry.target === undefined ? [] : [entry.target],
      evidence: [{ text: portText(entry, engine), at: entry.port.at }],
    }),
  );
  return [...published, ...owner.endpoints.flatMap((endpoint) => networkExposures(owner, endpoint, segmentOf, engine))];
}

function networkExposures(
  owner: Inhabited,
  endpoint: Endpoint,
  segmentOf: SegmentOf,
  engine: EngineProfile,
): readonly Exposure[] {
  const segment = segmentOf(endpoint);
  if (segment === undefined) return [];
  const network = endpoint.networkKey;
  const because = (text: string): readonly Evidence[] => [
    { text: `${owner.service.name} is on network ${network}`, at: endpoint.at },
    ...(segment.network === undefined ? [] : [{ text, at: segment.network.at }]),
  ];
  const exposures: Exposure[] = [];
  const ports = targetPorts(owner.service);
  if ((segment.fabric === 'macvlan' || segment.fabric === 'ipvlan') && segment.outbound) {
    const text = `network ${network} puts its containers on the local network (${segment.fabric})`;
    exposures.push({ kind: 'physical', from: 'lan', ports: 'all', network, evidence: because(text) });
  } else if (segment.open) {
    const whose = segment.network?.external === false ? 'external to another project' : 'external';
    const text = `network ${network} is ${whose}: other containers may be on it`;
    exposures.push({ kind: 'peers', from: 'peers', ports: segment.icc ? 'all' : [], network, evidence: because(text) });
  }
  if (isUnprotected(segment)) {
    const text = `network ${network} lets routed traffic in to every port (nat-unprotected)`;
    exposures.push({ kind: 'routed', from: 'lan', ports: 'all', network, evidence: because(text) });
  } else if (ports.length > 0 && segment.fabric === 'bridge' && !segment.internal) {
    const reason = directRouting(segment, engine);
    if (reason !== undefined) {
      exposures.push({
        kind: 'routed',
        from: 'lan',
        ports,
        network,
        evidence: because(`network ${network}: ${reason}`),
      });
    }
  }
  return exposures;
}

/** Why published ports take traffic that is routed to the container's own address, if they do. */
function directRouting(segment: Segment, engine: EngineProfile): string | undefined {
  if (isRouted(segment)) return 'traffic routed to published ports is let in (routed)';
  if (!atLeast(engine, 28)) return 'before Engine 28 traffic routed to published ports is let in';
  if (engine.allowDirectRouting) return 'the daemon lets traffic routed to published ports in (allow-direct-routing)';
  if (option(segment.network, TRUSTED_INTERFACES)) return 'trusted host interfaces may route to published ports';
  return undefined;
}
