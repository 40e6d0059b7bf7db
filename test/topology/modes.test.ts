/** Namespaces and networks: which service is where, whatever way it was said. */
import { egressOf } from '../../src/topology/access';
import { analyzeTopology } from '../../src/topology/analyze';
import type { EngineProfile } from '../../src/topology/engine';
import { reachBetween } from '../../src/topology/reach';
import { projectOf } from '../support/project';

const topologyOf = (file: string, engine: Partial<EngineProfile> = {}) => analyzeTopology(projectOf(file), { engine });

test.each<[string, string, Record<string, string>]>([
  ['their own', 'services: {a: {image: x}, b: {image: x}}', { a: 'a', b: 'b' }],
  ['the host', 'services: {a: {image: x, network_mode: host}}', { a: 'host' }],
  ['none', 'services: {a: {image: x, network_mode: none}}', { a: 'none:a' }],
  [
    'a chain to the end',
    'services: {a: {image: x}, b: {image: x, network_mode: "service:a"}, c: {image: x, network_mode: "service:b"}}',
    { a: 'a', b: 'a', c: 'a' },
  ],
  [
    'a circle',
    'services: {a: {image: x, network_mode: "service:b"}, b: {image: x, network_mode: "service:a"}}',
    { a: 'none:a', b: 'none:b' },
  ],
  [
    'a container of the project',
    'services: {a: {image: x, container_name: bee}, b: {image: x, network_mode: "container:bee"}}',
    { a: 'a', b: 'a' },
  ],
  ['an unknown container', 'services: {a: {image: x, network_mode: "container:bee"}}', { a: 'container:bee' }],
  [
    'the built-in network of the host',
    'services: {a: {image: x, networks: [h]}}\nnetworks: {h: {external: true, name: host}}',
    { a: 'host' },
  ],
  ['a mode that is not known', 'services: {a: {image: x, network_mode: "${MODE}"}}', { a: 'none:a' }],
  ['nothing runs', 'services: {a: {image: x, deploy: {replicas: 0}}}', { a: 'none:a' }],
  [
    'what a variable may start',
    'services: {a: {image: x, deploy: {replicas: "${N:-0}"}}, b: {image: x, scale: "${N:-0}"}, c: {image: x, scale: 0}}',
    { a: 'a', b: 'b', c: 'none:c' },
  ],
])('namespaces: %s', (_, file, expected) => {
  const { members } = topologyOf(file);
  expect(Object.fromEntries([...members].map(([name, { namespace }]) => [name, namespace]))).toEqual(expected);
});

test('a swarm has no network mode: the service joins the default network', () => {
  const file = 'services: {a: {image: x, network_mode: host}, b: {image: x}}';
  const topology = topologyOf(file, { mode: 'swarm' });
  expect(topology.members.get('a')?.namespace).toBe('a');
  expect(reachBetween(topology, 'b', 'a')?.via.map(({ kind }) => kind)).toEqual(['network']);
});

const between = (file: string, engine: Partial<EngineProfile> = {}) =>
  (reachBetween(topologyOf(file, engine), 'a', 'b')?.via ?? []).map(
    ({ kind, network, ports }) => `${kind}${network === undefined ? '' : ` ${network}`} ${ports}`,
  );
const pair = (network: string) =>
  `services: {a: {image: x, networks: [net]}, b: {image: x, networks: [net]}}\nnetworks: {net: ${network}}`;

test.each<[string, string, string[]]>([
  ['a network', pair('{}'), ['network net all']],
  [
    'two networks',
    'services: {a: {image: x, networks: [n, m]}, b: {image: x, networks: [m, n]}}\nnetworks: {n: {}, m: {}}',
    ['network m all', 'network n all'],
  ],
  [
    'two keys of one network',
    'services: {a: {image: x, networks: [n]}, b: {image: x, networks: [m]}}\nnetworks: {n: {external: true, name: s}, m: {external: true, name: s}}',
    ['network n all'],
  ],
  ['no icc', pair('{driver_opts: {com.docker.network.bridge.enable_icc: "false"}}'), []],
  ['any spelling of it', pair('{driver_opts: {com.docker.network.bridge.enable_icc: "0"}}'), []],
  [
    'an option that is not known',
    pair('{driver_opts: {com.docker.network.bridge.enable_icc: "${ICC}"}}'),
    ['network net all'],
  ],
  ['private macvlan', pair('{driver: macvlan, driver_opts: {parent: eth0, macvlan_mode: private}}'), []],
  ['a driver of a plugin', pair('{driver: weave}'), ['network net all']],
  [
    'the default bridge',
    'services: {a: {image: x, network_mode: bridge}, b: {image: x, network_mode: bridge}}',
    ['network bridge all'],
  ],
  [
    'one namespace',
    'services: {a: {image: x, network_mode: "service:b"}, b: {image: x, ports: ["80:80"]}}',
    ['namespace all'],
  ],
  ['the host to a container', 'services: {a: {image: x, network_mode: host}, b: {image: x}}', ['host all']],
  ['a container to the host', 'services: {a: {image: x}, b: {image: x, network_mode: host}}', ['host all']],
  [
    'an internal one, too',
    'services: {a: {image: x}, b: {image: x, network_mode: host}}\nnetworks: {default: {internal: true}}',
    ['host all'],
  ],
  [
    'the host to a port of its loopback',
    'services: {a: {image: x, network_mode: host}, b: {image: x, ports: ["127.0.0.1:80:80"]}}',
    ['published 80', 'host all'],
  ],
  [
    'the host not to macvlan',
    'services: {a: {image: x, network_mode: host}, b: {image: x}}\nnetworks: {default: {driver: macvlan}}',
    [],
  ],
  ['a provider is no container', 'services: {a: {image: x}, b: {provider: {type: model}}}', []],
])('connections: %s', (_, file, expected) => {
  expect(between(file)).toEqual(expected);
});

const places = (file: string, engine: Partial<EngineProfile> = {}) =>
  topologyOf(file, engine)
    .members.get('a')
    ?.endpoints.map(({ networkKey, engineName }) => `${networkKey} ${engineName}`);

test.each<[string, string, string[], Partial<EngineProfile>?]>([
  ['by name', 'services: {a: {image: x, networks: [n, m]}}\nnetworks: {n: {}, m: {}}', ['m lab_m', 'n lab_n']],
  [
    'those that lead out first',
    'services: {a: {image: x, networks: [m, n, o]}}\nnetworks: {m: {internal: true}, n: {}, o: {enable_ipv6: true}}',
    ['o lab_o', 'n lab_n', 'm lab_m'],
  ],
  [
    'a gateway priority before all',
    'services: {a: {image: x, networks: {m: {gw_priority: 1}, n: {gw_priority: 2}, o: {}}}}\nnetworks: {m: {internal: true}, n: {}, o: {}}',
    ['n lab_n', 'm lab_m', 'o lab_o'],
  ],
  [
    'before Engine 28 there was none',
    'services: {a: {image: x, networks: {m: {gw_priority: 1}, n: {}}}}\nnetworks: {m: {internal: true}, n: {}}',
    ['n lab_n', 'm lab_m'],
    { line: '27' },
  ],
  [
    'of two keys for one network the one of higher priority',
    'services: {a: {image: x, networks: {m: {}, n: {priority: 1}}}}\nnetworks: {m: {name: s}, n: {external: true, name: s}}',
    ['n s'],
  ],
  ['one that nobody declares', 'services: {a: {image: x, networks: [z]}}', ['z lab_z']],
  ['a mode that names a network', 'services: {a: {image: x, network_mode: lab_n}}\nnetworks: {n: {}}', ['n lab_n']],
  ['a mode that names one of somebody else', 'services: {a: {image: x, network_mode: theirs}}', ['theirs theirs']],
  ['the default mode', 'services: {a: {image: x, network_mode: default}}', ['bridge bridge']],
  ['an empty mode', 'services: {a: {image: x, network_mode: ""}}', ['default lab_default']],
  [
    'a mode in a stack',
    'services: {a: {image: x, network_mode: host}}\nnetworks: {default: {name: d}}',
    ['default d'],
    { mode: 'swarm' },
  ],
  [
    'a mode in a stack without networks',
    'services: {a: {image: x, network_mode: host}}',
    ['default lab_default'],
    { mode: 'swarm' },
  ],
])('networks in the order in which the Engine asks them: %s', (_, file, expected, ...[engine]) => {
  expect(places(file, engine)).toEqual(expected);
});

test('of two keys for one network the one that declares it says what it is', () => {
  const file = (first: string, second: string) =>
    `services: {a: {image: x, networks: [m]}}\nnetworks: {m: {${first}}, n: {${second}}}`;
  const [own, theirs] = ['name: s, internal: true', 'name: s, external: true'];
  for (const [first, second] of [
    [own, theirs],
    [theirs, own],
  ] as const) {
    const segments = [...topologyOf(file(first, second)).segments.values()];
    expect(segments.map(({ key, internal, external, open }) => [key, internal, external, open])).toEqual([
      ['m', true, false, true],
    ]);
  }
});

test.each<[string, string, boolean]>([
  ['a bridge', '{}', true],
  ['an internal one', '{internal: true}', false],
  ['macvlan with a parent', '{driver: macvlan, driver_opts: {parent: eth0}}', true],
  ['macvlan without', '{driver: macvlan}', false],
  ['an external network', '{external: true}', true],
])('the internet is within reach over %s: %s', (_, network, expected) => {
  expect(egressOf(topologyOf(pair(network)), 'a').holds).toBe(expected);
});

test('every way says where it is written', () => {
  const file = `
services:
  a: {image: x, networks: [net]}
  b: {image: x, networks: [net], ports: ["8080:80"]}
networks:
  net: {}
`;
  const row = reachBetween(topologyOf(file), 'a', 'b');
  const said = row?.via.map(({ kind, evidence }) => [
    kind,
    evidence.map(({ text, at }) => [text, at.source.text.slice(at.start, at.end)]),
  ]);
  expect(said).toEqual([
    [
      'network',
      [
        ['a is on network net', 'net'],
        ['network net lets its members talk to each other', 'net'],
        ['b is on network net', 'net'],
      ],
    ],
    [
      'published',
      [
        ['a is on network net', 'net'],
        ['b publishes port 80 as 0.0.0.0:8080', '"8080:80"'],
      ],
    ],
  ]);
});
