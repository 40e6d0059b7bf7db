/** The ways in from outside the given projects: ports of the host, addresses that are routed to, open networks. */
import type { Service } from '../compose/project.js';
import { isLoopback } from './addresses.js';
import { atLeast, type EngineProfile } from './engine.js';
import type { Openings, SegmentOf } from './openings.js';
import { option, TRUSTED_INTERFACES } from './options.js';
import { portText } from './phrases.js';
import { isPhysical } from './segments.js';
import type { Endpoint, Evidence, Exposure, Ingress, Segment } from './topology.js';

/** A network namespace with the service that owns it. */
export interface Inhabited {
  readonly service: Service;
  readonly endpoints: readonly Endpoint[];
  readonly openings: Openings;
}

/** The ports of the host that lead to the namespace. */
export function ingressOf({ service, openings }: Inhabited, engine: EngineProfile): readonly Ingress[] {
  return service.ports.flatMap((port): readonly Ingress[] => {
    const bindings = openings.bindings.get(port) ?? [];
    const [first] = bindings;
    if (first === undefined) return [];
    const { published } = port;
    const isLocal = bindings.every(({ hostIp }) => isLoopback(hostIp));
    return [
      {
        service: service.name,
        port,
        target: port.target,
        published: published.kind === 'range' && published.start === published.end ? published.start : null,
        hostIp: first.hostIp,
        bindings,
        from: isLocal && atLeast(engine, 28) ? 'host' : 'lan',
      },
    ];
  });
}

export function isUnprotected(segment: Segment): boolean {
  return segment.gatewayModes.ipv4 === 'nat-unprotected' || segment.gatewayModes.ipv6 === 'nat-unprotected';
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
  if (isPhysical(segment) && segment.outbound) {
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
  } else {
    const { ports, reason } = directPorts(owner.openings, segment, engine);
    if (reason !== undefined && ports.length > 0) {
      const evidence = because(`network ${network}: ${reason}`);
      exposures.push({ kind: 'routed', from: 'lan', ports: sortedPorts(ports), network, evidence });
    }
  }
  return exposures;
}

/** Ports that take traffic routed to the container's own address on a network, and why. */
function directPorts(
  { bindings, routed }: Openings,
  segment: Segment,
  engine: EngineProfile,
): { readonly ports: readonly number[]; readonly reason: string | undefined } {
  const own = routed.flatMap(({ target, network }) => (network === segment.engineName ? [target] : []));
  if (own.length > 0) return { ports: own, reason: 'traffic routed to published ports is let in (routed)' };
  const translated = Array.from(bindings, ([{ target }, all]) => {
    const isHere = all.some(({ proxied, through }) => !proxied && through === segment.engineName);
    return isHere && target !== undefined ? [target] : [];
  });
  return { ports: translated.flat(), reason: directRouting(segment, engine) };
}

export function sortedPorts(ports: Iterable<number>): readonly number[] {
  return [...new Set(ports)].sort((a, b) => a - b);
}

/** Why ports that are open on the host take traffic that is routed to the container's own address, if they do. */
function directRouting(segment: Segment, engine: EngineProfile): string | undefined {
  if (!atLeast(engine, 28)) return 'before Engine 28 traffic routed to published ports is let in';
  if (engine.allowDirectRouting) return 'the daemon lets traffic routed to published ports in (allow-direct-routing)';
  if (option(segment.network, TRUSTED_INTERFACES)) return 'trusted host interfaces may route to published ports';
  return undefined;
}
