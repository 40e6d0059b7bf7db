/** Names: scope, order, links, collisions; as the Engine's DNS and the hosts file answer. */
import { analyzeTopology } from '../../src/topology/analyze';
import { nameCollisions, shadowedNames } from '../../src/topology/collisions';
import { reachBetween } from '../../src/topology/reach';
import { resolveName } from '../../src/topology/resolve';
import { nameResolver } from '../../src/topology/resolver';
import { projectOf } from '../support/project';

interface Case {
  readonly title: string;
  readonly file: string;
  /** FROM asks for NAME. */
  readonly ask: readonly [string, string];
  /** Who answers; none where the name does not resolve. */
  readonly answer: readonly string[];
  readonly how?: 'hosts' | 'link' | 'dns';
}

const CASES: readonly Case[] = [
  {
    title: 'a service name resolves on a shared network',
    file: 'services: {a: {image: x}, b: {image: x}}',
    ask: ['a', 'b'],
    answer: ['b'],
  },
  {
    title: 'names do not cross networks',
    file: 'services: {a: {image: x, networks: [one]}, b: {image: x, networks: [two]}}\nnetworks: {one: {}, two: {}}',
    ask: ['a', 'b'],
    answer: [],
  },
  {
    title: 'case does not matter',
    file: 'services: {a: {image: x}, b: {image: x, container_name: Bravo}}',
    ask: ['a', 'bRAVO'],
    answer: ['b'],
  },
  {
    title: 'a name with its network',
    file: 'services: {a: {image: x}, b: {image: x}}',
    ask: ['a', 'b.lab_default'],
    answer: ['b'],
  },
  {
    title: 'a dotted alias comes before a name with its network',
    file: 'services: {a: {image: x}, b: {image: x}, c: {image: x, networks: {default: {aliases: [b.lab_default]}}}}',
    ask: ['a', 'b.lab_default'],
    answer: ['c'],
  },
  {
    title: 'a container name replaces the one that Compose makes',
    file: 'services: {a: {image: x}, b: {image: x, container_name: bee}}',
    ask: ['a', 'lab-b-1'],
    answer: [],
  },
  {
    title: 'a name with a dot at its end is asked for without it',
    file: 'services: {a: {image: x}, b: {image: x, networks: {default: {aliases: [bee.]}}}}',
    ask: ['a', 'bee'],
    answer: [],
  },
  {
    title: 'of two lines of the hosts file the first answers',
    file: `
services:
  a: {image: x, networks: [n], extra_hosts: ["db=10.0.9.5", "db=10.0.9.6"]}
  b: {image: x, networks: {n: {ipv4_address: 10.0.9.5}}}
  c: {image: x, networks: {n: {ipv4_address: 10.0.9.6}}}
networks: {n: {ipam: {config: [{subnet: 10.0.9.0/24}]}}}
`,
    ask: ['a', 'db'],
    answer: ['b'],
    how: 'hosts',
  },
  {
    title: 'the hosts file may lead a name away',
    file: 'services: {a: {image: x, extra_hosts: ["b:203.0.113.7"]}, b: {image: x}}',
    ask: ['a', 'b'],
    answer: [],
  },
  {
    title: 'links are not given where the mode names the network',
    file: `
services:
  a: {image: x, network_mode: lab_n, links: ["b:bee"]}
  b: {image: x, networks: [n]}
networks: {n: {}}
`,
    ask: ['a', 'bee'],
    answer: [],
  },
  {
    title: 'a host name is known, too',
    file: 'services: {a: {image: x}, b: {image: x, hostname: bee}}',
    ask: ['a', 'bee'],
    answer: ['b'],
  },
  {
    title: 'every replica has a name',
    file: 'services: {a: {image: x}, b: {image: x, deploy: {replicas: 3}}}',
    ask: ['a', 'lab-b-3'],
    answer: ['b'],
  },
  {
    title: 'a link is a name for its owner',
    file: 'services: {a: {image: x, links: ["b:db"]}, b: {image: x}}',
    ask: ['a', 'db'],
    answer: ['b'],
    how: 'link',
  },
  {
    title: 'a link is no name for others',
    file: 'services: {a: {image: x, links: ["b:db"]}, b: {image: x}, c: {image: x}}',
    ask: ['c', 'db'],
    answer: [],
  },
  {
    title: 'a link takes the name of a service',
    file: 'services: {a: {image: x, links: ["b:c"]}, b: {image: x}, c: {image: x}}',
    ask: ['a', 'c'],
    answer: ['b'],
    how: 'link',
  },
  {
    title: 'a link to a service on no shared network hides the name it takes',
    file: 'services: {a: {image: x, networks: [n], links: ["b:c"]}, b: {image: x, networks: [m]}, c: {image: x, networks: [n]}}\nnetworks: {n: {}, m: {}}',
    ask: ['a', 'c'],
    answer: [],
  },
  {
    title: 'an external link stands for a container',
    file: 'services: {a: {image: x, external_links: ["other:peer"]}, b: {image: x, container_name: other}}',
    ask: ['a', 'peer'],
    answer: ['b'],
    how: 'link',
  },
  {
    title: 'an extra host that is the address of a peer',
    file: 'services: {a: {image: x, networks: [m], extra_hosts: ["db:172.28.0.9"]}, b: {image: x, networks: {n: {ipv4_address: 172.28.0.9}}}}\nnetworks: {m: {}, n: {ipam: {config: [{subnet: 172.28.0.0/24}]}}}',
    ask: ['a', 'db'],
    answer: ['b'],
    how: 'hosts',
  },
  {
    title: 'the default bridge has no names',
    file: 'services: {a: {image: x, network_mode: bridge}, b: {image: x, network_mode: bridge}}',
    ask: ['a', 'b'],
    answer: [],
  },
  {
    title: 'but a link on the default bridge is in the hosts file',
    file: 'services: {a: {image: x, network_mode: bridge, links: ["b:db"]}, b: {image: x, network_mode: bridge}}',
    ask: ['a', 'db'],
    answer: ['b'],
    how: 'hosts',
  },
  {
    title: 'a network mode that names a network gives no service name',
    file: 'services: {a: {image: x, networks: [n]}, b: {image: x, network_mode: lab_n}}\nnetworks: {n: {}}',
    ask: ['a', 'b'],
    answer: [],
  },
  {
    title: 'though the container name',
    file: 'services: {a: {image: x, networks: [n]}, b: {image: x, network_mode: lab_n}}\nnetworks: {n: {}}',
    ask: ['a', 'lab-b-1'],
    answer: ['b'],
  },
  {
    title: 'several services behind one alias',
    file: 'services: {a: {image: x}, b: {image: x, networks: {default: {aliases: [db]}}}, db: {image: x}}',
    ask: ['a', 'db'],
    answer: ['b', 'db'],
  },
  {
    title: 'a service in the namespace of another answers to its names only',
    file: 'services: {a: {image: x}, b: {image: x}, c: {image: x, network_mode: "service:b"}}',
    ask: ['a', 'c'],
    answer: [],
  },
  {
    title: 'and is asked for by them',
    file: 'services: {a: {image: x}, b: {image: x}, c: {image: x, network_mode: "service:b"}}',
    ask: ['a', 'b'],
    answer: ['b', 'c'],
  },
  {
    title: 'a line of the hosts file without an address is none',
    file: 'services: {a: {image: x, extra_hosts: ["b:elsewhere"]}, b: {image: x}}',
    ask: ['a', 'b'],
    answer: ['b'],
    how: 'dns',
  },
  {
    title: 'the hosts file looks at no case',
    file: 'services: {a: {image: x, extra_hosts: ["Store:10.0.9.5"]}, b: {image: x, networks: {n: {ipv4_address: 10.0.9.5}}}}\nnetworks: {n: {ipam: {config: [{subnet: 10.0.9.0/24}]}}}',
    ask: ['a', 'sTORE'],
    answer: ['b'],
    how: 'hosts',
  },
  {
    title: 'who lives in the namespace of another has its hosts file',
    file: 'services: {a: {image: x, extra_hosts: ["store:10.0.9.5"]}, c: {image: x, network_mode: "service:a"}, b: {image: x, networks: {n: {ipv4_address: 10.0.9.5}}}}\nnetworks: {n: {ipam: {config: [{subnet: 10.0.9.0/24}]}}}',
    ask: ['c', 'store'],
    answer: ['b'],
    how: 'hosts',
  },
  {
    title: 'on the host each has its own',
    file: 'services: {a: {image: x, network_mode: host, extra_hosts: ["store:10.0.9.5"]}, c: {image: x, network_mode: host}, b: {image: x, networks: {n: {ipv4_address: 10.0.9.5}}}}\nnetworks: {n: {ipam: {config: [{subnet: 10.0.9.0/24}]}}}',
    ask: ['c', 'store'],
    answer: [],
  },
  {
    title: 'of a name with several dots the longest first part counts',
    file: 'services: {a: {image: x, networks: [n, m]}, b: {image: x, networks: {n: {aliases: [x.y]}}}, c: {image: x, networks: {m: {aliases: [x]}}}}\nnetworks: {n: {name: z}, m: {name: y.z}}',
    ask: ['a', 'x.y.z'],
    answer: ['b'],
  },
  {
    title: 'a name on a network that the asker is not on',
    file: 'services: {a: {image: x, networks: [n]}, b: {image: x, networks: [n, m]}}\nnetworks: {n: {}, m: {}}',
    ask: ['a', 'b.lab_m'],
    answer: [],
  },
  {
    title: 'a link stands for the last replica',
    file: 'services: {a: {image: x, links: ["b:db"]}, b: {image: x, deploy: {replicas: 2}}}',
    ask: ['a', 'db'],
    answer: ['b'],
    how: 'link',
  },
  {
    title: 'of two links with one alias the later counts',
    file: 'services: {a: {image: x, links: ["b:db", "c:db"]}, b: {image: x}, c: {image: x}}',
    ask: ['a', 'db'],
    answer: ['c'],
    how: 'link',
  },
  {
    title: 'a link gives the names of containers, too',
    file: 'services: {a: {image: x, links: ["b:db"]}, b: {image: x, container_name: bee}}',
    ask: ['a', 'b-1'],
    answer: ['b'],
    how: 'link',
  },
  {
    title: 'a link on the default bridge gives the host name',
    file: 'services: {a: {image: x, network_mode: bridge, links: [b]}, b: {image: x, network_mode: bridge, hostname: bee}}',
    ask: ['a', 'bee'],
    answer: ['b'],
    how: 'hosts',
  },
  {
    title: 'and no name of who is not linked',
    file: 'services: {a: {image: x, network_mode: bridge, links: [b]}, b: {image: x, network_mode: bridge}, c: {image: x, network_mode: bridge}}',
    ask: ['a', 'c'],
    answer: [],
  },
  {
    title: 'an alias that hangs on a variable is no name',
    file: 'services: {a: {image: x}, b: {image: x, hostname: "", container_name: "${NAME}", networks: {default: {aliases: ["${ALIAS}", bee]}}}}',
    ask: ['a', 'lab-b-1'],
    answer: [],
  },
  {
    title: 'more replicas than a hundred have no names',
    file: 'services: {a: {image: x}, b: {image: x, deploy: {replicas: 200}}}',
    ask: ['a', 'lab-b-101'],
    answer: [],
  },
  {
    title: 'a container goes by its own host name first',
    file: 'services: {a: {image: x, hostname: db}, db: {image: x}}',
    ask: ['a', 'db'],
    answer: ['a'],
    how: 'hosts',
  },
  {
    title: 'and by the first part of it',
    file: 'services: {a: {image: x, hostname: db.example}, db: {image: x}}',
    ask: ['a', 'db'],
    answer: ['a'],
    how: 'hosts',
  },
  {
    title: 'or with the name of its domain',
    file: 'services: {a: {image: x, hostname: a1, domainname: example}, b: {image: x, networks: {default: {aliases: [a1.example]}}}}',
    ask: ['a', 'a1.example'],
    answer: ['a'],
    how: 'hosts',
  },
  {
    title: 'its number in the alias of a link is that of the container that has it',
    file: 'services: {a: {image: x, scale: 2, links: [b]}, b: {image: x}}',
    ask: ['a', 'lab-b-2'],
    answer: ['b'],
    how: 'link',
  },
  {
    title: 'a link to a container on the default bridge',
    file: 'services: {a: {image: x, network_mode: bridge, external_links: ["lab-b-1:db"]}, b: {image: x, network_mode: bridge}}',
    ask: ['a', 'db'],
    answer: ['b'],
    how: 'hosts',
  },
  {
    title: 'on the host no service has a name',
    file: 'services: {a: {image: x, network_mode: host}, b: {image: x}}',
    ask: ['a', 'b'],
    answer: [],
  },
];

test.each(CASES)('$title', ({ file, ask: [from, name], answer, how }) => {
  const found = resolveName(analyzeTopology(projectOf(file)), from, name);
  expect(found?.services ?? []).toEqual(answer);
  if (how) expect(found?.how).toBe(how);
});

const TWO_KNOW = `
services:
  ask: {image: x, networks: [back, front]}
  one: {image: x, networks: {front: {aliases: [db]}}}
  two: {image: x, networks: {back: {aliases: [db]}}}
networks: {back: BACK, front: FRONT}
`;

test.each([
  { title: 'the first by name', back: '{}', front: '{}', wins: 'two' },
  { title: 'networks that lead out before internal ones', back: '{internal: true}', front: '{}', wins: 'one' },
  { title: 'networks with IPv6 before those without', back: '{}', front: '{enable_ipv6: true}', wins: 'one' },
])('of several networks that know a name, one is asked: $title', ({ back, front, wins }) => {
  const topology = analyzeTopology(projectOf(TWO_KNOW.replace('BACK', back).replace('FRONT', front)));
  const found = resolveName(topology, 'ask', 'db');
  expect(found?.services).toEqual([wins]);
  expect(found?.shadowed.map(({ services }) => services)).toEqual([[wins === 'one' ? 'two' : 'one']]);
});

test('a gateway priority decides before all that, since Engine 28', () => {
  const file = TWO_KNOW.replace('[back, front]', '{back: {}, front: {gw_priority: 1}}')
    .replace('BACK', '{}')
    .replace('FRONT', '{}');
  const project = projectOf(file);
  expect(resolveName(analyzeTopology(project), 'ask', 'db')?.services).toEqual(['one']);
  const older = analyzeTopology(project, { engine: { line: '27' } });
  expect(resolveName(older, 'ask', 'db')?.services).toEqual(['two']);
});

test('a swarm knows services by more names, and containers by none', () => {
  const file = 'services: {a: {image: x, links: ["b:db"]}, b: {image: x, container_name: bee}}';
  const topology = analyzeTopology(projectOf(file), { engine: { mode: 'swarm' } });
  expect(reachBetween(topology, 'a', 'b')?.names).toEqual(['b', 'lab_b', 'tasks.b']);
});

test('a name is told in every spelling that the project has for it', () => {
  const file = `
services:
  a: {image: x, networks: [n]}
  b: {image: x, networks: {n: {aliases: [DB]}}, links: ["c:Bee"], extra_hosts: ["C:10.0.9.5"]}
  c: {image: x, networks: {n: {ipv4_address: 10.0.9.5}, m: {aliases: [db, B]}}, hostname: b.lab_n}
networks: {n: {ipam: {config: [{subnet: 10.0.9.0/24}]}}, m: {}}
`;
  const topology = analyzeTopology(projectOf(file));
  // `b.lab_n` is a name of c's, which comes before the name `b` on the network.
  expect(reachBetween(topology, 'a', 'b')?.names).toEqual(['B', 'DB', 'b', 'db', 'lab-b-1']);
  expect(reachBetween(topology, 'a', 'c')?.names).toEqual(['C', 'b.lab_n', 'c', 'lab-c-1']);
  expect(reachBetween(topology, 'b', 'c')?.names).toEqual(['Bee', 'C', 'b.lab_n', 'c', 'c-1', 'lab-c-1']);
});

test('names that several services answer to are collisions', () => {
  const file = 'services: {a: {image: x}, b: {image: x, networks: {default: {aliases: [A]}}}}';
  expect(nameCollisions(analyzeTopology(projectOf(file)))).toEqual([
    { name: 'a', engineName: 'lab_default', services: ['a', 'b'] },
  ]);
});

test('a name that means something else on the next network is shadowed', () => {
  const topology = analyzeTopology(projectOf(TWO_KNOW.replace('BACK', '{}').replace('FRONT', '{}')));
  expect([...shadowedNames(topology)]).toEqual([
    {
      asker: 'ask',
      name: 'db',
      answers: [
        { engineName: 'lab_back', services: ['two'] },
        { engineName: 'lab_front', services: ['one'] },
      ],
    },
  ]);
});

test('a name may be that of the host itself', () => {
  const file = (more: string) => `services: {a: {image: x, extra_hosts: ["machine:host-gateway"]}${more}}`;
  expect(resolveName(analyzeTopology(projectOf(file(''))), 'a', 'machine')).toEqual({
    how: 'hosts',
    engineName: '',
    services: [],
    host: true,
    shadowed: [],
  });
  const agent = file(', agent: {image: x, network_mode: host}');
  expect(resolveName(analyzeTopology(projectOf(agent)), 'a', 'machine')?.services).toEqual(['agent']);
  expect(resolveName(analyzeTopology(projectOf(agent)), 'nobody', 'machine')).toBeUndefined();
});

describe('who is meant by a host', () => {
  const file = `
services:
  a: {image: x, networks: [n]}
  b: {image: x, networks: {n: {aliases: [pool, C], ipv4_address: 10.0.9.5}}}
  c: {image: x, networks: {n: {aliases: [pool]}}}
  d: {image: x, network_mode: "service:c"}
  e: {image: x, networks: {m: {ipv4_address: 10.0.8.5}}}
networks:
  n: {ipam: {config: [{subnet: 10.0.9.0/24}]}}
  m: {ipam: {config: [{subnet: 10.0.8.0/24}]}}
`;
  const meant = nameResolver(analyzeTopology(projectOf(file)));

  test.each([
    ['b', 'b'],
    ['B.', 'b'],
    ['c', 'c'],
    ['C', 'c'],
    ['pool', 'b'],
    ['10.0.9.5', 'b'],
    ['10.0.8.5', undefined],
    ['10.0.7.5', undefined],
    ['nobody', undefined],
  ])('%s is %s', (host, expected) => {
    expect(meant('a', host)).toBe(expected);
  });

  test('from nowhere nobody is', () => {
    expect(meant('nobody', 'b')).toBeUndefined();
    expect(meant('nobody', '10.0.9.5')).toBeUndefined();
  });
});
