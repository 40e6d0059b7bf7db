/** A topology as lines: every fact about a project, each with its reasons and their places (`line:column`). */

import { regionOf } from '../../src/source/text';
import { queryReach, type ReachAnswer } from '../../src/topology/query';
import { reachRows } from '../../src/topology/reach';
import type { Evidence, Topology } from '../../src/topology/topology';

const SECTIONS: Readonly<Record<string, (topology: Topology) => readonly string[]>> = {
  services,
  roles,
  networks,
  flows,
  channels,
  reach,
  leaving,
  refusals,
  chains,
};

export const sectionsOf = (names: readonly string[], topology: Topology): string =>
  names.map((name) => [`# ${name}`, ...(SECTIONS[name]?.(topology) ?? []), ''].join('\n')).join('\n');

function because(evidence: readonly Evidence[], indent = '    '): readonly string[] {
  return evidence.map(({ text, at }) => {
    const { startLine, startColumn } = regionOf(at);
    return `${indent}${text} (${startLine}:${startColumn})`;
  });
}

const portsOf = (ports: 'all' | readonly number[]): string =>
  ports === 'all' ? 'every port' : `ports ${ports.join(' ')}`;

function services({ members, namespaces }: Topology): readonly string[] {
  return [...members.values()].flatMap(({ service, role, namespace, endpoints, exposures, entry }) => [
    `${service.name}: ${role.role}, tier ${role.tier}, ${role.confidence} confidence${entry ? ', an entry' : ''}`,
    ...because(role.evidence),
    `  in ${namespace} (${namespaces.find(({ id }) => id === namespace)?.kind})`,
    ...endpoints.map(
      (endpoint) =>
        `  on ${endpoint.networkKey} by ${endpoint.service} as ${[...endpoint.names, ...endpoint.addresses].join(' ')}`,
    ),
    ...exposures.flatMap(({ kind, from, ports, network = '', evidence }) => [
      `  open to ${from}: ${kind} ${network} ${portsOf(ports)}`.replaceAll('  ', ' ').replace(' ', '  '),
      ...because(evidence),
    ]),
  ]);
}

function roles({ members }: Topology): readonly string[] {
  return [...members.values()].flatMap(({ service, role }) => [
    `${service.name}: ${role.role}, ${role.confidence} confidence`,
    ...because(role.evidence),
  ]);
}

function networks({ segments }: Topology): readonly string[] {
  return [...segments.values()].map((segment) => {
    const words = ['internal', 'external', 'icc', 'names', 'hostAddress', 'outbound', 'open'] as const;
    const { key, engineName, driver, fabric, gateways, gatewayModes, hostBinding } = segment;
    const set = words.filter((word) => segment[word]).join(' ');
    return `${key} (${engineName}): ${driver} ${fabric}, ${set}, gateways ${gateways} ${JSON.stringify(gatewayModes)} ${hostBinding}`.trimEnd();
  });
}

function flows(topology: Topology): readonly string[] {
  return topology.flows.flatMap(({ from, to, port, evidence }) => [
    `${from} -> ${to}${port === undefined ? '' : `:${port}`}`,
    ...evidence.flatMap((each) => because([{ ...each, text: `${each.kind}: ${each.text}` }])),
  ]);
}

function channels(topology: Topology): readonly string[] {
  return topology.channels.flatMap(({ kind, from, to, host, through, evidence }) => [
    `${kind}: ${from.join(' ')} -> ${host ? 'host' : to.join(' ')}${through === '' ? '' : ` through ${through}`}`,
    ...because(evidence),
  ]);
}

function reach(topology: Topology): readonly string[] {
  return [...reachRows(topology)].flatMap(({ from, to, via, names }) => [
    `${from} -> ${to} as ${names.join(' ')}`.trimEnd(),
    ...via.flatMap(({ kind, network = '', ports, evidence }) => [
      `  ${[kind, network, portsOf(ports)].filter(Boolean).join(' ')}`,
      ...because(evidence),
    ]),
  ]);
}

/** Pairs of which one end may be outside. */
function answers(topology: Topology, transitive: boolean): readonly ReachAnswer[] {
  const inside = [...topology.members.keys()].map((name) => `service:${name}`);
  const pairs = [
    ...['internet', 'lan', 'host', ...inside].flatMap((from) => inside.map((to) => ({ from, to }))),
    ...inside.flatMap((from) => ['internet', 'host'].map((to) => ({ from, to }))),
  ].filter(({ from, to }) => from !== to);
  return pairs.flatMap((pair) => queryReach(topology, { ...pair, transitive }).answers);
}

/** Who cannot reach whom. */
function refusals(topology: Topology): readonly string[] {
  return answers(topology, false)
    .filter(({ reachable }) => !reachable)
    .flatMap(({ from, to, whyNot }) => [
      `${from} -> ${to}`,
      ...whyNot.map(({ text, at }) => `    ${text} (${at.line}:${at.column})`),
    ]);
}

/** Who gets to the internet and to the host by himself, and how. */
function leaving(topology: Topology): readonly string[] {
  return answers(topology, false)
    .filter(({ to, reachable }) => reachable && (to === 'internet' || to === 'host'))
    .flatMap(({ from, to, via }) => [
      `${from} -> ${to}`,
      ...via.flatMap(({ reasons }) => reasons.map(({ text, at }) => `    ${text} (${at.line}:${at.column})`)),
    ]);
}

/** How the internet gets to a service through others, and a service to the host. */
function chains(topology: Topology): readonly string[] {
  return answers(topology, true).flatMap(({ from, to, path }) =>
    path === undefined || (from !== 'internet' && to !== 'host')
      ? []
      : [
          `${from} -> ${to}`,
          ...path.flatMap((hop) => [
            `  ${hop.from} -> ${hop.to}: ${[hop.kind, hop.network, portsOf(hop.ports)].filter(Boolean).join(' ')}`,
            ...hop.reasons.map(({ text, at }) => `    ${text} (${at.line}:${at.column})`),
          ]),
        ],
  );
}
