/**
 * Verdicts of the Docker Engine's own integration tests and documentation, as far as a Compose file and the options of
 * the daemon can say them. The ids are those of the collection of verdicts; the source of each is named there.
 */
import { analyzeTopology } from '../../src/topology/analyze';
import { DEFAULT_ENGINE, type EngineProfile } from '../../src/topology/engine';
import { queryReach } from '../../src/topology/query';
import { resolveName } from '../../src/topology/resolve';
import { projectOf } from '../support/project';

interface Verdict {
  readonly id: string;
  readonly file: string;
  /** `reach FROM TO[:PORT]`. */
  readonly ask: readonly [string, string];
  readonly expect: 'allow' | 'deny';
  /** The kind of way, where several would do. */
  readonly kind?: string;
  readonly engine?: Partial<EngineProfile>;
}

const two = (networks: string, a = '', b = '') => `
services:
  a: {image: x, networks: [one]${a}}
  b: {image: x, networks: [two]${b}}
networks: ${networks}
`;
const mode = (value: string, more = '') =>
  `{driver_opts: {com.docker.network.bridge.gateway_mode_ipv4: ${value}}${more}}`;
const port80 = ', ports: ["8080:80"]';
const pair = (network: string, b = '') => `
services:
  a: {image: x, networks: [net]}
  b: {image: x, networks: [net]${b}}
networks: {net: ${network}}
`;
const quiet = '{driver_opts: {com.docker.network.bridge.enable_icc: "false"}}';
const published = (port: string, network = '{}') => `
services: {a: {image: x, networks: [net], ports: ["${port}"]}}
networks: {net: ${network}}
`;
const legacy = (a = '') => `
services:
  a: {image: x, network_mode: bridge${a}}
  b: {image: x, network_mode: bridge, expose: ["80"]}
`;

const VERDICTS: readonly Verdict[] = [
  { id: 'icc-bridge', file: pair('{}'), ask: ['a', 'b:1234'], expect: 'allow', kind: 'network' },
  { id: 'icc-internal', file: pair('{internal: true}'), ask: ['a', 'b'], expect: 'allow', kind: 'network' },
  { id: 'inc-deny', file: two('{one: {}, two: {}}'), ask: ['a', 'b'], expect: 'deny' },
  {
    id: 'inc-internal-deny',
    file: two('{one: {internal: true}, two: {internal: true}}'),
    ask: ['a', 'b'],
    expect: 'deny',
  },
  {
    id: 'inc-nat-published-direct',
    file: two('{one: {}, two: {}}', '', port80),
    ask: ['a', 'b:80'],
    expect: 'deny',
    kind: 'network',
  },
  {
    id: 'inc-nat-published-hostaddr',
    file: two('{one: {}, two: {}}', '', port80),
    ask: ['a', 'b:80'],
    expect: 'allow',
    kind: 'published',
  },
  {
    id: 'inc-nat-published-hostaddr',
    file: two(`{one: ${mode('routed')}, two: {}}`, '', port80),
    ask: ['a', 'b:80'],
    expect: 'allow',
    kind: 'published',
    engine: { line: '29', userlandProxy: false },
  },
  {
    id: 'routed-published-direct',
    file: two(`{one: {}, two: ${mode('routed')}}`, '', port80),
    ask: ['a', 'b:80'],
    expect: 'allow',
    kind: 'network',
  },
  {
    id: 'routed-unpublished-direct',
    file: two(`{one: {}, two: ${mode('routed')}}`, '', port80),
    ask: ['a', 'b:81'],
    expect: 'deny',
  },
  {
    id: 'natunprot-any',
    file: two(`{one: {}, two: ${mode('nat-unprotected')}}`),
    ask: ['a', 'b:81'],
    expect: 'allow',
    kind: 'network',
    engine: { line: '29' },
  },
  { id: 'routed-to-nat', file: two(`{one: ${mode('routed')}, two: {}}`), ask: ['a', 'b:80'], expect: 'deny' },
  { id: 'same-net-published', file: pair('{}', port80), ask: ['a', 'b:80'], expect: 'allow', kind: 'published' },
  { id: 'self-published', file: published('8080:80'), ask: ['a', 'a:80'], expect: 'allow' },
  { id: 'lan-published', file: published('8080:80'), ask: ['lan', 'a:80'], expect: 'allow', kind: 'published' },
  { id: 'lan-direct-nat', file: published('8080:80'), ask: ['lan', 'a:80'], expect: 'deny', kind: 'routed' },
  {
    id: 'lan-direct-routed-pub',
    file: published('8080:80', mode('routed')),
    ask: ['lan', 'a:80'],
    expect: 'allow',
    kind: 'routed',
  },
  { id: 'lan-direct-routed-unpub', file: published('8080:80', mode('routed')), ask: ['lan', 'a:81'], expect: 'deny' },
  {
    id: 'lan-direct-natunprot',
    file: published('8080:80', mode('nat-unprotected')),
    ask: ['lan', 'a:81'],
    expect: 'allow',
    kind: 'routed',
  },
  {
    id: 'lan-direct-trusted-if',
    file: published('8080:80', '{driver_opts: {com.docker.network.bridge.trusted_host_interfaces: eth1}}'),
    ask: ['lan', 'a:80'],
    expect: 'allow',
    kind: 'routed',
  },
  {
    id: 'lan-direct-allow-direct-routing',
    file: published('8080:80'),
    ask: ['lan', 'a:80'],
    expect: 'allow',
    kind: 'routed',
    engine: { allowDirectRouting: true },
  },
  { id: 'lan-loopback-published', file: published('127.0.0.2:8080:80'), ask: ['lan', 'a:80'], expect: 'deny' },
  {
    id: 'lan-loopback-published',
    file: published('127.0.0.2:8080:80'),
    ask: ['lan', 'a:80'],
    expect: 'allow',
    engine: { line: '27' },
  },
  {
    id: 'host-loopback-published',
    file: published('127.0.0.2:8080:80'),
    ask: ['host', 'a:80'],
    expect: 'allow',
    kind: 'published',
  },
  { id: 'host-published', file: published('8080:80'), ask: ['host', 'a:80'], expect: 'allow', kind: 'published' },
  { id: 'internal-to-gw', file: pair('{internal: true}'), ask: ['a', 'host'], expect: 'allow' },
  { id: 'internal-to-inet', file: pair('{internal: true}'), ask: ['a', 'internet'], expect: 'deny' },
  { id: 'isolated-no-host-ip', file: pair(mode('isolated', ', internal: true')), ask: ['a', 'host'], expect: 'deny' },
  {
    id: 'isolated-no-host-ip',
    file: pair(mode('isolated', ', internal: true')),
    ask: ['a', 'b'],
    expect: 'allow',
    kind: 'network',
  },
  { id: 'internal-dns-onnet', file: pair('{internal: true}'), ask: ['a', 'b:53'], expect: 'allow', kind: 'network' },
  { id: 'icc-false-nolink', file: legacy(), ask: ['a', 'b:80'], expect: 'deny', engine: { defaultBridgeIcc: false } },
  {
    id: 'icc-false-link',
    file: legacy(', links: [b:svr]'),
    ask: ['a', 'b:80'],
    expect: 'allow',
    kind: 'network',
    engine: { defaultBridgeIcc: false },
  },
  {
    id: 'macvlan-internal',
    file: pair('{driver: macvlan, internal: true, driver_opts: {parent: eth0}}'),
    ask: ['a', 'internet'],
    expect: 'deny',
  },
  { id: 'macvlan-nilparent-peers', file: pair('{driver: macvlan}'), ask: ['a', 'b'], expect: 'allow', kind: 'network' },
  {
    id: 'ipvlan-l3-internal-peers-across-subnets',
    file: pair(
      '{driver: ipvlan, internal: true, driver_opts: {ipvlan_mode: l3}, ipam: {config: [{subnet: 10.1.0.0/24}, {subnet: 10.2.0.0/24}]}}',
    ),
    ask: ['a', 'b'],
    expect: 'allow',
    kind: 'network',
  },
  { id: 'host-to-unpublished', file: pair('{}'), ask: ['host', 'a:4321'], expect: 'allow' },
  {
    id: 'host-to-unpublished',
    file: 'services: {a: {image: x}, agent: {image: x, network_mode: host}}',
    ask: ['agent', 'a:4321'],
    expect: 'allow',
    kind: 'host',
  },
  {
    id: 'loopback-published-from-ctr',
    file: two('{one: {}, two: {}}', '', ', ports: ["127.0.0.1:8080:80"]'),
    ask: ['a', 'b:80'],
    expect: 'deny',
  },
  {
    id: 'icc-false-user-net-published-proxy',
    file: pair(quiet, port80),
    ask: ['a', 'b:80'],
    expect: 'allow',
    kind: 'published',
  },
  {
    id: 'icc-false-user-net-published-noproxy',
    file: pair(quiet, port80),
    ask: ['a', 'b:80'],
    expect: 'deny',
    engine: { userlandProxy: false },
  },
  {
    id: 'internal-to-published-via-gw',
    file: two('{one: {internal: true}, two: {}}', '', port80),
    ask: ['a', 'b:80'],
    expect: 'deny',
  },
];

test.each(VERDICTS)('$id: $ask is $expect', ({ file, ask: [from, to], expect: verdict, kind, engine }) => {
  const topology = analyzeTopology(projectOf(file), { engine: { ...DEFAULT_ENGINE, ...engine } });
  const [answer] = queryReach(topology, { from, to }).answers;
  const ways = (answer?.via ?? []).filter((way) => kind === undefined || way.kind === kind);
  expect(ways.length > 0 ? 'allow' : 'deny').toBe(verdict);
});

/** Of the 39 verdicts, those that are about more than a project. */
const NOT_IN_A_FILE: Readonly<Record<string, string>> = {
  'internal-to-swarm-published-via-gw': 'a container started by hand on a node of a swarm, beside a stack',
  'lan-to-gateway-ip': 'what the host itself listens on',
};

test('every verdict is held, or said to be about more than a file', () => {
  const held = new Set([...VERDICTS.map(({ id }) => id), 'internal-dns-ext']);
  expect(Object.keys(NOT_IN_A_FILE).filter((id) => held.has(id))).toEqual([]);
  expect(held.size + Object.keys(NOT_IN_A_FILE).length).toBe(39);
});

test('internal-dns-ext: names of the internet go where packets go', () => {
  const topology = analyzeTopology(projectOf(pair('{internal: true}')));
  expect(resolveName(topology, 'a', 'example.com')).toBeUndefined();
  expect(queryReach(topology, { from: 'a', to: 'internet' }).answers[0]?.reachable).toBe(false);
});
