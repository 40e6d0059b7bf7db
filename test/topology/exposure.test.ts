/** Ways in from outside: what a published port opens, on which address, through which network; and ways without ports. */
import { egressOf, hostAccessOf } from '../../src/topology/access';
import { isLoopback } from '../../src/topology/addresses';
import { analyzeTopology } from '../../src/topology/analyze';
import type { EngineProfile } from '../../src/topology/engine';
import { reachBetween } from '../../src/topology/reach';
import { projectOf } from '../support/project';

const topologyOf = (file: string, engine: Partial<EngineProfile> = {}) => analyzeTopology(projectOf(file), { engine });
const ingressOf = (file: string, engine: Partial<EngineProfile> = {}) =>
  [...topologyOf(file, engine).members.values()].flatMap(({ ingress }) =>
    ingress.map(
      ({ service, target, published, hostIp, from }) => `${service}:${target} ${hostIp}:${published} ${from}`,
    ),
  );

const on = (port: string, network = '{}') =>
  `services: {a: {image: x, networks: [net], ports: [${port}]}}\nnetworks: {net: ${network}}`;
const bridge = (name: string, value: string) => `{driver_opts: {com.docker.network.bridge.${name}: "${value}"}}`;

test.each<[string, string, string[], Partial<EngineProfile>?]>([
  ['all addresses', on('"8080:80"'), ['a:80 0.0.0.0:8080 lan']],
  ['a port that the Engine picks', on('"80"'), ['a:80 0.0.0.0:null lan']],
  ['one of a range', on('"8000-8010:80"'), ['a:80 0.0.0.0:null lan']],
  ['a range for a range', on('"8000-8001:80-81"'), ['a:80 0.0.0.0:8000 lan', 'a:81 0.0.0.0:8001 lan']],
  ['the loopback address', on('"127.0.0.1:8080:80"'), ['a:80 127.0.0.1:8080 host']],
  ['before Engine 28 neighbours reach it', on('"127.0.0.1:8080:80"'), ['a:80 127.0.0.1:8080 lan'], { line: '27' }],
  ['the loopback address of IPv6', on('"[::1]:8080:80"'), ['a:80 ::1:8080 host']],
  ['an address of the LAN', on('"192.0.2.7:8080:80"'), ['a:80 192.0.2.7:8080 lan']],
  ['an address that is not known', on('"${ADDRESS}:8080:80"'), ['a:80 :8080 lan']],
  [
    'the binding of the network',
    on('"8080:80"', bridge('host_binding_ipv4', '127.0.0.1')),
    ['a:80 127.0.0.1:8080 host'],
  ],
  [
    'which an address of its own overrides',
    on('"0.0.0.0:8080:80"', bridge('host_binding_ipv4', '127.0.0.1')),
    ['a:80 0.0.0.0:8080 lan'],
  ],
  ['nothing through an internal network', on('"8080:80"', '{internal: true}'), []],
  ['nothing through macvlan', on('"8080:80"', '{driver: macvlan, driver_opts: {parent: eth0}}'), []],
  ['IPv6 alone where IPv4 is routed', on('"8080:80"', bridge('gateway_mode_ipv4', 'routed')), ['a:80 :::8080 lan']],
  ['nothing there for an IPv4 address', on('"127.0.0.1:8080:80"', bridge('gateway_mode_ipv4', 'routed')), []],
  ['nothing where the bridge has no address', on('"8080:80"', bridge('inhibit_ipv4', 'true')), []],
  ['nothing without a network', 'services: {a: {image: x, network_mode: none, ports: ["8080:80"]}}', []],
  [
    'the default bridge',
    'services: {a: {image: x, network_mode: bridge, ports: ["8080:80"]}}',
    ['a:80 0.0.0.0:8080 lan'],
  ],
  ['expose opens nothing', 'services: {a: {image: x, expose: ["80"]}}', []],
  ['a swarm ignores the address', on('"127.0.0.1:8080:80"'), ['a:80 0.0.0.0:8080 lan'], { mode: 'swarm' }],
  [
    'a swarm publishes past internal networks',
    on('"8080:80"', '{internal: true}'),
    ['a:80 0.0.0.0:8080 lan'],
    { mode: 'swarm' },
  ],
])('published: %s', (_, file, expected, ...[engine]) => {
  expect(ingressOf(file, engine)).toEqual(expected);
});

test('whoever shares a namespace is behind its ports', () => {
  const { members } = topologyOf(
    'services: {a: {image: x, ports: ["80:80"]}, b: {image: x, network_mode: "service:a"}}',
  );
  expect(members.get('b')?.ingress).toEqual(members.get('a')?.ingress);
  expect(members.get('b')?.entry).toBe(true);
});

test('of several networks the default gateway publishes', () => {
  const file = `
services: {a: {image: x, networks: {inner: {gw_priority: 9}, outer: {}}, ports: ["8080:80"]}}
networks: {inner: {internal: true}, outer: ${bridge('host_binding_ipv4', '127.0.0.1')}}
`;
  expect(ingressOf(file)).toEqual(['a:80 127.0.0.1:8080 host']);
});

const waysIn = (file: string, engine: Partial<EngineProfile> = {}) =>
  (topologyOf(file, engine).members.get('a')?.exposures ?? []).map(
    ({ kind, from, ports }) => `${kind} ${from} ${ports}`,
  );

test.each<[string, string, string[], Partial<EngineProfile>?]>([
  ['a machine of the LAN', on('', '{driver: macvlan, driver_opts: {parent: eth0}}'), ['physical lan all']],
  ['not where it has no parent', on('', '{driver: ipvlan}'), []],
  ['routed ports', on('"8080:80"', bridge('gateway_mode_ipv4', 'routed')), ['published lan 80', 'routed lan 80']],
  ['every port', on('', bridge('gateway_mode_ipv4', 'nat-unprotected')), ['routed lan all']],
  [
    'routed to published ports before Engine 28',
    on('"8080:80"'),
    ['published lan 80', 'routed lan 80'],
    { line: '27.5' },
  ],
  ['unknown containers', on('', '{external: true}'), ['peers peers all']],
  ['the default bridge', 'services: {a: {image: x, network_mode: bridge}}', ['peers peers all']],
  ['the network of the host', 'services: {a: {image: x, network_mode: host}}', ['host lan all']],
  ['a tunnel', 'services: {a: {image: cloudflare/cloudflared}}', ['tunnel internet all']],
  ['no tunnel inwards', 'services: {a: {image: qmcgaw/gluetun}}', []],
])('without a port of the host: %s', (_, file, expected, ...[engine]) => {
  expect(waysIn(file, engine)).toEqual(expected);
});

test.each([
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['::1', true],
  ['[::1]', true],
  ['0:0:0:0:0:0:0:1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['10.127.0.1', false],
  ['', false],
])('%s is a loopback address: %s', (address, expected) => {
  expect(isLoopback(address)).toBe(expected);
});

test.each([
  ['a bridge', '{}', true],
  ['an internal bridge', '{internal: true}', true],
  ['an isolated one', `{internal: true, ${bridge('gateway_mode_ipv4', 'isolated').slice(1)}`, false],
  [
    'isolated for one address family only',
    `{internal: true, enable_ipv6: true, ${bridge('gateway_mode_ipv4', 'isolated').slice(1)}`,
    true,
  ],
  ['an internal bridge without an address', `{internal: true, ${bridge('inhibit_ipv4', 'true').slice(1)}`, false],
  ['a bridge without an address', bridge('inhibit_ipv4', 'true'), false],
  ['macvlan', '{driver: macvlan, driver_opts: {parent: eth0}}', false],
  ['an overlay', '{driver: overlay}', true],
  ['an internal overlay', '{driver: overlay, internal: true}', false],
])('the host is within reach over %s: %s', (_, network, expected) => {
  const answer = hostAccessOf(topologyOf(on('', network)), 'a');
  expect(answer.holds).toBe(expected);
  expect(answer.evidence.length).toBeGreaterThan(0);
});

const unmasked = (mode: string) => `
services:
  a: {image: x, networks: [m], ports: ["8080:80"]}
  b: {image: x, networks: [m]}
  c: {image: x, networks: [n], ports: ["8081:80"]}
  d: {image: x, networks: [r], ports: ["8082:80"]}
networks:
  m: {driver_opts: {com.docker.network.bridge.enable_ip_masquerade: "false", com.docker.network.bridge.gateway_mode_ipv4: ${mode}}}
  n: {}
  r: {driver_opts: {com.docker.network.bridge.gateway_mode_ipv4: routed}}
`;

test.each([
  ['nat', '28', false, false],
  ['routed', '28', false, true],
  ['nat-unprotected', '28', false, true],
  ['nat', '28.1', false, true],
  ['nat', '29', false, false],
  ['routed', '29', true, true],
])('without masquerading, in mode %s on Engine %s', (mode, line, published, routed) => {
  const topology = topologyOf(unmasked(mode), { line });
  const opens = (from: string, to: string, kind: string) =>
    reachBetween(topology, from, to)?.via.some((way) => way.kind === kind) ?? false;
  expect(opens('b', 'c', 'published')).toBe(published);
  expect(opens('b', 'd', 'network')).toBe(routed);
  expect(opens('b', 'a', 'published')).toBe(mode !== 'routed');
  expect(opens('c', 'a', mode === 'routed' ? 'network' : 'published')).toBe(true);
});

test('of several gateways the first is taken, wherever it leads', () => {
  const file = (first: string, second: string) => `
services: {a: {image: x, networks: [${first}, ${second}]}}
networks: {${first}: ${bridge('inhibit_ipv4', 'true')}, ${second}: {}}
`;
  expect(egressOf(topologyOf(file('one', 'two')), 'a').holds).toBe(false);
  expect(egressOf(topologyOf(file('two', 'one')), 'a').holds).toBe(true);
});

describe('links on the default bridge of a daemon without icc', () => {
  const opens = (fields: string, from = 'links: [b]') => {
    const file = `services: {a: {image: x, network_mode: bridge, ${from}}, b: {image: x, network_mode: bridge${fields}}, c: {image: x, network_mode: "service:a"}}`;
    const topology = topologyOf(file, { defaultBridgeIcc: false });
    return [reachBetween(topology, 'a', 'b'), reachBetween(topology, 'c', 'b')].map(
      (row) => row?.via.find(({ kind }) => kind === 'network')?.ports,
    );
  };

  test.each<[string, number[] | undefined]>([
    [', expose: ["80"]', [80]],
    [', expose: ["443/tcp", "80-82"]', [80, 81, 82, 443]],
    [', ports: ["9000:90"], expose: ["9"]', [9, 90]],
    [', ports: ["${PORT}"], expose: ["7"]', [7]],
    [', expose: ["65535-65537"]', [65535]],
    [', expose: ["82-80"]', undefined],
    ['', undefined],
  ])('what the target exposes is open%s', (fields, ports) => {
    expect(opens(fields)).toEqual([ports, ports]);
  });

  test('to others nothing is', () => {
    expect(opens(', expose: ["80"]', 'links: [c]')).toEqual([undefined, undefined]);
  });
});

test.each<[string, string, readonly string[]]>([
  ['masquerade', bridge('enable_ip_masquerade', 'false'), ['does not masquerade: the Engine drops the answers']],
  ['internal', '{internal: true}', ['is internal: it leads nowhere else']],
  ['bare', bridge('inhibit_ipv4', 'true'), ['leads nowhere else: its bridge has no address']],
  ['plain', '{}', ['leads out']],
  ['theirs', '{external: true}', ['is external: taken to lead out']],
  ['lone', '{driver: macvlan}', ['leads nowhere else: it has no parent']],
  ['overlay', '{driver: overlay, internal: true}', ['is internal: it leads nowhere else']],
])('it is said why a network leads out or does not: %s', (_, network, expected) => {
  const { evidence } = egressOf(topologyOf(on('', network)), 'a');
  expect(evidence.map(({ text }) => text)).toEqual([
    'a is on network net',
    ...expected.map((each) => `network net ${each}`),
  ]);
});

test.each<[string, string, string]>([
  ['a bridge', '{}', 'the host has an address on network net'],
  ['macvlan', '{driver: macvlan}', 'macvlan keeps network net from its own host'],
  ['ipvlan', '{driver: ipvlan}', 'ipvlan keeps network net from its own host'],
  ['an internal overlay', '{driver: overlay, internal: true}', 'the host has no address on network net'],
])('it is said why the host is within reach or is not: %s', (_, network, expected) => {
  expect(
    hostAccessOf(topologyOf(on('', network)), 'a')
      .evidence.map(({ text }) => text)
      .at(-1),
  ).toBe(expected);
});

test('a service that is nowhere reaches nothing', () => {
  const topology = topologyOf('services: {a: {image: x, network_mode: none}}');
  expect(egressOf(topology, 'a')).toMatchObject({ holds: false, evidence: [] });
  expect(egressOf(topology, 'nobody')).toEqual({ holds: false, evidence: [] });
  expect(hostAccessOf(topology, 'nobody')).toEqual({ holds: false, evidence: [] });
});
