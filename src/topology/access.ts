/** What a service can reach outside of the projects: the internet and the LAN, and the host itself. */
import type { EngineProfile } from './engine.js';
import { inhabitantOf, landscapeOf, type Pod } from './landscape.js';
import { FAMILIES, type Gateways, isAnswered } from './openings.js';
import { MASQUERADE, option, optionFlag, TRUSTED_INTERFACES } from './options.js';
import { hostNetwork } from './phrases.js';
import { isPhysical } from './segments.js';
import type { Answer, Endpoint, Evidence, Family, Segment, Topology } from './topology.js';
import { onNetwork } from './vias.js';

const NO: Answer = { holds: false, evidence: [] };

/**
 * Whether the service can open a connection to a machine outside of the host: over a default route, or if one of the local
 * network will do, on that network itself.
 */
export function egressOf(topology: Topology, service: string, to: 'lan' | 'internet' = 'lan'): Answer {
  const { engine } = topology;
  return answer(
    topology,
    service,
    (segment, endpoint, { routes }) => {
      if (!segment.outbound) return false;
      const families = FAMILIES.filter((family) => routes[family] === endpoint);
      if (families.length > 0) return families.some((family) => getsAnswers(segment, family, engine));
      return to === 'lan' && isPhysical(segment);
    },
    (segment, endpoint, { routes }) => outboundText(segment, endpoint, engine, routes),
  );
}

/** What comes from trusted interfaces is let in. */
function getsAnswers(segment: Segment, family: Family, engine: EngineProfile): boolean {
  return isAnswered(segment, family, engine) || option(segment.network, TRUSTED_INTERFACES) !== undefined;
}

/** Whether the service can open a connection to the host, at any of its addresses. */
export function hostAccessOf(topology: Topology, service: string): Answer {
  return answer(
    topology,
    service,
    (segment) => segment.hostAddress,
    (segment, { networkKey }) => hostText(segment, networkKey),
  );
}

function answer(
  topology: Topology,
  service: string,
  holds: (segment: Segment, endpoint: Endpoint, pod: Pod) => boolean,
  text: (segment: Segment, endpoint: Endpoint, pod: Pod) => string,
): Answer {
  const inhabitant = inhabitantOf(topology, service);
  if (inhabitant === undefined) return NO;
  const { pod } = inhabitant;
  if (pod.kind === 'host') return { holds: true, evidence: [hostNetwork(inhabitant.member.service)] };
  if (pod.kind === 'container') return { holds: true, evidence: unknownContainer(pod) };
  const { segments } = landscapeOf(topology);
  const segmentOf = (endpoint: Endpoint) => segments.get(endpoint.engineName);
  const way = pod.endpoints.find((endpoint) => {
    const segment = segmentOf(endpoint);
    return segment !== undefined && holds(segment, endpoint, pod);
  });
  return {
    holds: way !== undefined,
    get evidence() {
      const endpoints = way === undefined ? pod.endpoints : [way];
      return endpoints.flatMap((endpoint) => evidenceOf(pod, endpoint, segmentOf(endpoint), text));
    },
  };
}

function unknownContainer(pod: Pod): readonly Evidence[] {
  return pod.inhabitants.flatMap(({ member: { service } }) =>
    service.networkMode === undefined
      ? []
      : [
          {
            text: `${service.name} shares the network of a container that is not known: taken to lead out`,
            at: service.networkMode.at,
          },
        ],
  );
}

function evidenceOf(
  pod: Pod,
  endpoint: Endpoint,
  segment: Segment | undefined,
  text: (segment: Segment, endpoint: Endpoint, pod: Pod) => string,
): readonly Evidence[] {
  const membership = onNetwork(pod, endpoint);
  if (segment?.network === undefined) return [membership];
  const masquerade = option(segment.network, MASQUERADE);
  const at = optionFlag(segment.network, MASQUERADE) === false ? masquerade?.at : undefined;
  return [membership, { text: text(segment, endpoint, pod), at: at ?? segment.network.at }];
}

function outboundText(segment: Segment, endpoint: Endpoint, engine: EngineProfile, routes: Gateways): string {
  const key = endpoint.networkKey;
  const isRoute = FAMILIES.some((family) => routes[family] === endpoint);
  if (segment.outbound && isPhysical(segment))
    return `network ${key} is on the local network (${segment.fabric})${isRoute ? '' : ', without the default route'}`;
  if (!segment.outbound) {
    if (segment.internal) return `network ${key} is internal: it leads nowhere else`;
    const lack = segment.fabric === 'bridge' ? 'its bridge has no address' : 'it has no parent';
    return `network ${key} leads nowhere else: ${lack}`;
  }
  if (!isRoute) return `network ${key} is not the default route`;
  // Where another of the given projects declares it, nothing has to be taken for granted.
  if (segment.network?.external !== false) return `network ${key} is external: taken to lead out`;
  if (!FAMILIES.some((family) => segment.gatewayModes[family] && getsAnswers(segment, family, engine)))
    return `network ${key} does not masquerade: the Engine drops the answers`;
  if (optionFlag(segment.network, MASQUERADE) === false)
    return `network ${key} leads out, without masquerading: answers need a route back`;
  return `network ${key} leads out`;
}

function hostText(segment: Segment, key: string): string {
  if (segment.hostAddress) return `the host has an address on network ${key}`;
  if (isPhysical(segment)) return `${segment.fabric} keeps network ${key} from its own host`;
  return `the host has no address on network ${key}`;
}
