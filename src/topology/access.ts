/** What a service can reach outside of the projects: the internet and the LAN, and the host itself. */
import { inhabitantOf, landscapeOf, type Pod } from './landscape.js';
import { MASQUERADE, option, optionFlag } from './options.js';
import { hostNetwork } from './phrases.js';
import type { Answer, Endpoint, Evidence, Segment, Topology } from './topology.js';
import { onNetwork } from './vias.js';

const NO: Answer = { holds: false, evidence: [] };

/** Whether the service can open a connection to a machine outside of the host. Of several gateways the first is taken. */
export function egressOf(topology: Topology, service: string): Answer {
  let gateways = 0;
  const leadsOut = (segment: Segment) => (segment.gateways === 0 || gateways++ === 0) && segment.outbound;
  return answer(topology, service, leadsOut, outboundText);
}

/** Whether the service can open a connection to the host, at any of its addresses. */
export function hostAccessOf(topology: Topology, service: string): Answer {
  return answer(topology, service, (segment) => segment.hostAddress, hostText);
}

function answer(
  topology: Topology,
  service: string,
  holds: (segment: Segment) => boolean,
  text: (segment: Segment, key: string) => string,
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
    return segment !== undefined && holds(segment);
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
  text: (segment: Segment, key: string) => string,
): readonly Evidence[] {
  const membership = onNetwork(pod, endpoint);
  if (segment?.network === undefined) return [membership];
  const masquerade = option(segment.network, MASQUERADE);
  const at = optionFlag(segment.network, MASQUERADE) === false ? masquerade?.at : undefined;
  return [membership, { text: text(segment, endpoint.networkKey), at: at ?? segment.network.at }];
}

function outboundText(segment: Segment, key: string): string {
  if (!segment.outbound) {
    if (segment.internal) return `network ${key} is internal: it leads nowhere else`;
    const lack = segment.fabric === 'bridge' ? 'its bridge has no address' : 'it has no parent';
    return `network ${key} leads nowhere else: ${lack}`;
  }
  // Where another of the given projects declares it, nothing has to be taken for granted.
  if (segment.network?.external !== false) return `network ${key} is external: taken to lead out`;
  if (optionFlag(segment.network, MASQUERADE) === false) {
    const answers = segment.answered ? 'answers need a route back' : 'the Engine drops the answers';
    return `network ${key} leads out, without masquerading: ${answers}`;
  }
  return `network ${key} leads out`;
}

function hostText(segment: Segment, key: string): string {
  if (segment.hostAddress) return `the host has an address on network ${key}`;
  if (segment.fabric === 'macvlan' || segment.fabric === 'ipvlan')
    return `${segment.fabric} keeps network ${key} from its own host`;
  return `the host has no address on network ${key}`;
}
