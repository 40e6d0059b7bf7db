/** The direct ways between two ends of which one may lie outside of the projects, with their reasons. */
import { UserError } from '../compose/problem.js';
import { egressOf, hostAccessOf } from './access.js';
import { type PlaceInFile, placeOf } from './graph-part.js';
import { inhabitantOf } from './landscape.js';
import { reachBetween } from './reach.js';
import type { Evidence, Exposure, ExposureKind, ReachKind, Topology } from './topology.js';
import { whyNot } from './why-not.js';

export interface Reason {
  readonly text: string;
  readonly at: PlaceInFile;
}

export interface AnswerVia {
  /** `host-address`: the host reaches the container at its own address. `outbound`: the network leads out. */
  readonly kind: ReachKind | ExposureKind | 'host-address' | 'outbound';
  readonly network?: string;
  readonly ports: 'all' | readonly number[];
  readonly reasons: readonly Reason[];
}

/** `peers`: unknown containers, on networks that others may join. */
export type Outside = 'internet' | 'lan' | 'host' | 'peers';
export type End = { readonly outside: Outside } | { readonly service: string };

export function textOf(end: End): string {
  return 'outside' in end ? end.outside : end.service;
}

export function opens(ports: 'all' | readonly number[], port: number | undefined): boolean {
  if (ports === 'all') return true;
  return port === undefined ? ports.length > 0 : ports.includes(port);
}

export interface Direct {
  /** Those that open the port that is asked for. */
  readonly via: readonly AnswerVia[];
  readonly names: readonly string[];
  /** Empty where there is a way. */
  readonly whyNot: readonly Reason[];
}

/** `port`: the one that must be opened; absent: any. */
export function directWays(topology: Topology, from: End, to: End, port?: number): Direct {
  const { ways, names, whyClosed } = everyWay(topology, from, to);
  const via = ways.filter(({ ports }) => opens(ports, port));
  return { via, names, whyNot: via.length > 0 ? [] : unique([...whyClosed(), ...ways.flatMap((way) => way.reasons)]) };
}

interface EveryWay {
  readonly ways: readonly AnswerVia[];
  readonly names: readonly string[];
  readonly whyClosed: () => readonly Reason[];
}

function everyWay(topology: Topology, from: End, to: End): EveryWay {
  if ('service' in from && 'service' in to) {
    const row = reachBetween(topology, from.service, to.service);
    const ways = (row?.via ?? []).map((way) => ({ ...waysOf(way), reasons: reasonsOf(way.evidence) }));
    const whyClosed = () => reasonsOf(whyNot(topology, from.service, to.service));
    return { ways, names: row?.names ?? [], whyClosed };
  }
  if ('service' in from && 'outside' in to && to.outside !== 'peers') {
    const { outside } = to;
    const { holds, evidence } =
      outside === 'host' ? hostAccessOf(topology, from.service) : egressOf(topology, from.service, outside);
    const kind = outside === 'host' ? 'host' : 'outbound';
    const reasons = reasonsOf(evidence);
    return { ways: holds ? [{ kind, ports: 'all', reasons }] : [], names: [], whyClosed: () => reasons };
  }
  if ('outside' in from && 'service' in to) {
    const ways = waysIn(topology, from.outside, to.service);
    return { ways, names: [], whyClosed: () => closed(topology, from.outside, to.service) };
  }
  throw new UserError(`whether ${textOf(from)} reaches ${textOf(to)} does not depend on the project`);
}

/** Each place and text once. */
function unique(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

export function waysOf(way: {
  readonly kind: ReachKind;
  readonly network?: string;
  readonly ports: AnswerVia['ports'];
}) {
  return { kind: way.kind, ...(way.network === undefined ? {} : { network: way.network }), ports: way.ports };
}

export function reasonsOf(evidence: readonly Evidence[]): readonly Reason[] {
  return evidence.map(({ text, at }) => ({ text, at: placeOf(at) }));
}

/** Kinds of exposure that who is where can use. */
const USES: Readonly<Record<Outside, (exposure: Exposure) => boolean>> = {
  internet: ({ kind, from }) => from === 'internet' || (from === 'lan' && (kind === 'published' || kind === 'host')),
  lan: ({ from }) => from === 'lan',
  peers: ({ from }) => from === 'peers',
  host: ({ kind }) => kind === 'published' || kind === 'host',
};

/** How who is outside can open a connection to a service. */
export function waysIn(topology: Topology, from: Outside, service: string): readonly AnswerVia[] {
  const inhabitant = inhabitantOf(topology, service);
  if (inhabitant === undefined) return [];
  const ways = inhabitant.member.exposures.filter(USES[from]).map((exposure) => ({
    kind: exposure.kind,
    ...(exposure.network === undefined ? {} : { network: exposure.network }),
    ports: exposure.ports,
    reasons: reasonsOf(exposure.evidence),
  }));
  const access = from === 'host' && inhabitant.pod.kind !== 'host' ? hostAccessOf(topology, service) : undefined;
  if (!access?.holds) return ways;
  return [...ways, { kind: 'host-address', ports: 'all', reasons: reasonsOf(access.evidence) }];
}

function closed(topology: Topology, from: Outside, service: string): readonly Reason[] {
  const inhabitant = inhabitantOf(topology, service);
  if (inhabitant === undefined) return [];
  const { endpoints, ingress, service: declared } = inhabitant.member;
  if (from === 'peers') {
    const text = `${service} is on no network that unknown containers may join`;
    return [{ text, at: placeOf(endpoints[0]?.at ?? declared.at) }];
  }
  if (ingress.length > 0) return reasonsOf(inhabitant.member.exposures.flatMap((exposure) => exposure.evidence));
  const text =
    declared.ports.length > 0 && endpoints.length > 0
      ? `${service} publishes ports, but none of its networks leads out`
      : `${service} publishes no port`;
  return [{ text, at: placeOf(declared.ports[0]?.at ?? declared.at) }];
}
