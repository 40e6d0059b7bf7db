/** Projects that run side by side: networks unify by engine name. */
import { analyzeTopologies } from '../../src/topology/analyze';
import { nameCollisions } from '../../src/topology/collisions';
import { graphOf } from '../../src/topology/graph';
import { queryReach } from '../../src/topology/query';
import { reachBetween, reachRows } from '../../src/topology/reach';
import type { Topology } from '../../src/topology/topology';
import { projectOf } from '../support/project';

const topologiesOf = (files: Readonly<Record<string, string>>) =>
  analyzeTopologies(Object.entries(files).map(([name, file]) => projectOf(file, name)));

/** The first of them speaks. */
const onOneHost = (files: Readonly<Record<string, string>>): Topology => {
  const projects = Object.entries(files).map(([name, file]) => projectOf(file, name));
  const [topology] = analyzeTopologies(projects, { grouped: 'by-host' });
  if (topology === undefined) throw new Error('no project');
  return topology;
};

const SHARED = {
  shop: 'services: {web: {image: x, networks: [proxy]}}\nnetworks: {proxy: {external: true}}',
  wiki: 'services: {db: {image: postgres, networks: [default, proxy]}, app: {image: x}}\nnetworks: {proxy: {external: true}}',
  other: 'services: {web: {image: x}, db: {image: x}}',
};

test('a database of another project on a shared network is seen', () => {
  const [shop, wiki, other] = topologiesOf(SHARED);
  expect(shop && reachBetween(shop, 'web', 'wiki/db')).toMatchObject({
    from: 'web',
    to: 'wiki/db',
    via: [{ kind: 'network', network: 'proxy', ports: 'all' }],
    names: ['db', 'wiki-db-1'],
  });
  expect(shop && reachBetween(shop, 'web', 'wiki/app')).toBeUndefined();
  expect(wiki && reachBetween(wiki, 'shop/web', 'app')).toBeUndefined();
  expect(shop?.group).toHaveLength(2);
  expect(other?.group).toBeUndefined();
});

test('rows of a project are those in which it takes part', () => {
  const [, wiki] = topologiesOf(SHARED);
  expect([...reachRowsOf(wiki)]).toEqual(['app db', 'db app', 'db shop/web', 'shop/web db']);
});

function* reachRowsOf(topology: ReturnType<typeof topologiesOf>[number] | undefined): Generator<string> {
  if (topology) for (const { from, to } of reachRows(topology)) yield `${from} ${to}`;
}

test('a chain may lead through another project', () => {
  const [shop] = topologiesOf(SHARED);
  const [answer] = shop ? queryReach(shop, { from: 'web', to: 'wiki/app', transitive: true }).answers : [];
  expect(answer?.path?.map(({ from, to }) => `${from} ${to}`)).toEqual(['web wiki/db', 'wiki/db wiki/app']);
});

test('the project that declares a network decides what it lets through', () => {
  const [, user] = topologiesOf({
    owner: 'services: {a: {image: x, networks: [n]}}\nnetworks: {n: {name: quiet, internal: true}}',
    user: 'services: {b: {image: x, networks: [n]}}\nnetworks: {n: {external: true, name: quiet}}',
  });
  expect(user && graphOf(user).egress).toEqual({ b: false });
  expect(user?.segments.get('quiet')).toMatchObject({ internal: true, external: true, open: true });
});

test('one name in two projects on a shared network is a collision', () => {
  const [one] = topologiesOf({
    one: 'services: {db: {image: x, networks: [n]}}\nnetworks: {n: {external: true}}',
    two: 'services: {db: {image: x, networks: [n]}}\nnetworks: {n: {external: true}}',
  });
  expect(one && nameCollisions(one)).toEqual([{ name: 'db', engineName: 'n', services: ['db', 'two/db'] }]);
});

test('projects of one name are told apart', () => {
  const file = 'services: {a: {image: x}}';
  const [, second] = analyzeTopologies([projectOf(file, 'same'), projectOf(file, 'same')]);
  expect(second && [...reachRowsOf(second)]).toEqual(['a same/a', 'same/a a']);
});

test('a namespace may be that of a container of another project', () => {
  const [, guest] = topologiesOf({
    host: 'services: {vpn: {image: x, container_name: the-vpn, ports: ["80:80"]}, peer: {image: x}}',
    guest: 'services: {app: {image: x, network_mode: "container:the-vpn"}}',
  });
  expect(guest?.members.get('app')).toMatchObject({ namespace: 'container:the-vpn', entry: true });
  expect(guest && [...reachRowsOf(guest)]).toEqual(['app host/peer', 'app host/vpn', 'host/peer app', 'host/vpn app']);
});

test('a graph of several projects has the services of all, by the names that its rows use', () => {
  const [shop, ...others] = topologiesOf({
    ...SHARED,
    shop: `
services:
  web: {image: nginx, networks: [default, proxy]}
  db: {image: postgres}
networks: {proxy: {external: true}}
`,
  });
  if (shop === undefined) throw new Error('no topology');
  const graph = graphOf(shop, { pairs: true, others });
  expect(graph.services.map(({ name, project, namespace }) => [name, project, namespace])).toEqual([
    ['db', 'shop', 'db'],
    ['other/db', 'other', 'other/db'],
    ['other/web', 'other', 'other/web'],
    ['web', 'shop', 'web'],
    ['wiki/app', 'wiki', 'wiki/app'],
    ['wiki/db', 'wiki', 'wiki/db'],
  ]);
  expect(graph.networks.map(({ key, services }) => [key, services])).toEqual([
    ['default', ['db', 'web']],
    ['other/default', ['other/db', 'other/web']],
    ['proxy', ['web', 'wiki/db']],
    ['wiki/default', ['wiki/app', 'wiki/db']],
  ]);
  const rows = [...(graph.reach ?? [])].map(({ from, to, via }) => `${from} ${to} ${via.map((way) => way.network)}`);
  expect(rows).toEqual([
    'db web default',
    'other/db other/web other/default',
    'other/web other/db other/default',
    'web db default',
    'web wiki/db proxy',
    'wiki/app wiki/db wiki/default',
    'wiki/db web proxy',
    'wiki/db wiki/app wiki/default',
  ]);
  expect(Object.keys(graph.egress)).toEqual(graph.services.map(({ name }) => name));
});

test('every name of a graph is one of its services, whichever project is the first', () => {
  const topologies = topologiesOf(SHARED);
  for (const first of topologies) {
    const graph = graphOf(first, { pairs: true, others: topologies.filter((other) => other !== first) });
    const names = new Set(graph.services.map(({ name }) => name));
    expect(names.size).toBe(5);
    const used = [
      ...[...(graph.reach ?? []), ...graph.flows, ...(graph.unintended ?? [])].flatMap(({ from, to }) => [from, to]),
      ...graph.networks.flatMap(({ services }) => services),
      ...graph.collisions.flatMap(({ services }) => services),
      ...[...graph.ingress, ...graph.exposures].map(({ service }) => service),
    ];
    expect(used.filter((name) => !names.has(name))).toEqual([]);
  }
});

test('projects of one name have services of different names', () => {
  const file = 'services: {a: {image: x}}';
  const alone = 'name: same\nservices: {a: {image: x, network_mode: none}}';
  const [first, ...others] = analyzeTopologies([
    projectOf(file, 'same'),
    projectOf(file, 'same'),
    projectOf(alone, 'same'),
  ]);
  const graph = first && graphOf(first, { pairs: true, others });
  expect(graph?.services.map(({ name, project }) => [name, project])).toEqual([
    ['a', 'same'],
    ['same#2/a', 'same#2'],
    ['same#3/a', 'same#3'],
  ]);
});

describe('what projects on one network make of each other', () => {
  const files = {
    front: `
services:
  proxy: {image: nginx, networks: [shared], ports: ["80:80", "8080:80", "127.0.0.1:80:81", "443"], environment: {API_URL: "http://api:4000", OTHER_URL: "http://api:3000"}}
  alone: {image: x, network_mode: none}
networks: {shared: {name: shared}}`,
    back: `
services:
  api: {image: example/api, networks: {mine: {}, default: {aliases: [proxy]}}, environment: {DATABASE_HOST: db, DATABASE_PORT: "5433"}, links: [cache]}
  db: {image: postgres, networks: [mine, default]}
  cache: {image: redis, networks: [default]}
  proxy: {image: nginx, networks: [mine, default]}
  alone: {image: x, network_mode: none}
networks: {mine: {external: true, name: shared}}`,
  };
  const [front, back] = topologiesOf(files);
  if (front === undefined || back === undefined) throw new Error('no topology');
  const graph = graphOf(front, { pairs: true, others: [back], shown: (text) => `<${text}>` });

  test('names of a project are written as they are told to be, once', () => {
    expect(graph.project).toBe('<front>');
    expect(graph.services.map(({ name, namespace }) => `${name} ${namespace}`)).toEqual([
      '<alone> none:<alone>',
      '<back/alone> none:<back/alone>',
      '<back/api> <back/api>',
      '<back/cache> <back/cache>',
      '<back/db> <back/db>',
      '<back/proxy> <back/proxy>',
      '<proxy> <proxy>',
    ]);
  });

  test('a network that both are on has the name that the first has for it', () => {
    expect(graph.networks.map(({ key, engineName, services }) => [key, engineName, services])).toEqual(
      [
        ['<back/default>', 'back_default', ['<back/api>', '<back/cache>', '<back/db>', '<back/proxy>']],
        ['<shared>', 'shared', ['<back/api>', '<back/db>', '<back/proxy>', '<proxy>']],
      ].map(([key, engineName, services]) => [key, `<${engineName}>`, services]),
    );
    expect(graph.openNetworks).toEqual(['<shared>']);
    const api = graph.services.find(({ name }) => name === '<back/api>');
    expect(api?.networks.map(({ key, aliases, external, internal }) => [key, aliases, external, internal])).toEqual([
      ['<back/default>', ['<proxy>'], false, false],
      ['<shared>', [], true, false],
    ]);
  });

  test('a name that both have is told once', () => {
    expect(graph.collisions).toEqual([
      { name: '<proxy>', network: '<back/default>', services: ['<back/api>', '<back/proxy>'] },
      { name: '<proxy>', network: '<shared>', services: ['<back/proxy>', '<proxy>'] },
    ]);
  });

  test('flows are told by the names of the graph, in order', () => {
    expect(graph.flows.map(({ from, to, port }) => [from, to, port])).toEqual([
      ['<back/api>', '<back/cache>', undefined],
      ['<back/api>', '<back/db>', 5433],
      ['<proxy>', '<back/api>', 3000],
      ['<proxy>', '<back/api>', 4000],
    ]);
  });

  test('ways in, in order', () => {
    expect(graph.ingress.map(({ service, target, published, hostIp }) => [service, target, published, hostIp])).toEqual(
      [
        ['<proxy>', 80, 80, '0.0.0.0'],
        ['<proxy>', 80, 8080, '0.0.0.0'],
        ['<proxy>', 81, 80, '127.0.0.1'],
        ['<proxy>', 443, null, '0.0.0.0'],
      ],
    );
    expect(
      graph.exposures.filter(({ kind }) => kind === 'peers').map(({ service, network }) => [service, network]),
    ).toEqual([
      ['<back/api>', '<shared>'],
      ['<back/db>', '<shared>'],
      ['<back/proxy>', '<shared>'],
      ['<proxy>', '<shared>'],
    ]);
  });

  test('paths that nobody intends are told by the names of the graph, in order', () => {
    expect([...(graph.unintended ?? [])]).toEqual([
      { from: '<back/proxy>', to: '<back/cache>', network: '<back/default>' },
      { from: '<back/proxy>', to: '<back/db>', network: '<back/default>' },
      { from: '<back/proxy>', to: '<back/db>', network: '<shared>' },
      { from: '<proxy>', to: '<back/db>', network: '<shared>' },
    ]);
  });
});

const APART = {
  one: `
services:
  web: {image: nginx, volumes: ["files:/srv", "/mnt/media:/media:ro"]}
  quiet: {image: x, networks: [inner]}
networks: {inner: {internal: true}}
volumes: {files: {name: common}}`,
  two: `
services:
  db: {image: postgres, ports: ["5432:5432", "127.0.0.1:99:99"], volumes: ["mine:/srv", "cache:/cache"]}
  hidden: {image: redis, volumes: ["/mnt/media:/media", "cache:/cache"]}
volumes: {mine: {external: true, name: common}, cache: {}}`,
};

test('projects on one host reach what the other publishes there, and nothing else', () => {
  const one = onOneHost(APART);
  expect(one.group).toHaveLength(2);
  expect(
    [...reachRows(one)].map(({ from, to, via }) => [from, to, via.map(({ kind, ports }) => [kind, ports])]),
  ).toEqual([['web', 'two/db', [['published', [5432]]]]]);
  expect(topologiesOf(APART).map(({ group }) => group)).toEqual([undefined, undefined]);
});

test('who has the network of the host meets every project on it', () => {
  const one = onOneHost({ ...APART, three: 'services: {agent: {image: x, network_mode: host}}' });
  const rows = [...reachRows(one)].map(({ from, to }) => `${from} ${to}`);
  expect(rows).toEqual(expect.arrayContaining(['quiet three/agent', 'three/agent quiet', 'three/agent web']));
});

test('a volume of several projects is a channel between them, told once; so is a folder of the host', () => {
  const [one, two] = onOneHost(APART).group ?? [];
  if (!one || !two) throw new Error('two projects');
  const told = graphOf(one, { pairs: false, others: [two] }).channels.filter(({ kind }) => kind === 'shared-volume');
  expect(told.map(({ from, to, through }) => `${from.join(' ')} > ${to.join(' ')}: ${through}`)).toEqual([
    'two/db two/hidden > two/db two/hidden: cache',
    'two/hidden > two/hidden web: /mnt/media',
    'two/db web > two/db web: common',
  ]);
  expect(graphOf(one, { pairs: false }).channels.filter(({ kind }) => kind === 'shared-volume')).toEqual([]);
  const [taken] = queryReach(one, { from: 'two/hidden', to: 'web:7', transitive: true }).answers;
  expect(taken?.path?.map(({ from, to, kind }) => `${from} ${kind} ${to}`)).toEqual(['two/hidden shared-volume web']);
  // What one only reads it does not change.
  expect(queryReach(one, { from: 'web', to: 'two/hidden', transitive: true }).answers[0]?.path?.[0]).toMatchObject({
    kind: 'published',
    to: 'two/db',
  });
});

test('a socket proxy on a network of several projects hands the engine to all of them', () => {
  const one = onOneHost({
    one: 'services: {traefik: {image: traefik, networks: [n]}}\nnetworks: {n: {name: sockets}}',
    two: `
services:
  socket: {image: tecnativa/docker-socket-proxy, volumes: ["/var/run/docker.sock:/var/run/docker.sock"], networks: [n, mute]}
  app: {image: x, networks: [mute]}
networks: {n: {external: true, name: sockets}, mute: {driver_opts: {com.docker.network.bridge.enable_icc: "false"}}}`,
    three: 'services: {other: {image: x}}',
  });
  const { channels } = graphOf(one, { pairs: false, others: one.group?.slice(1) ?? [] });
  expect(channels.filter(({ kind }) => kind === 'socket-proxy')).toEqual([
    { kind: 'socket-proxy', from: ['traefik'], to: [], host: true, through: 'two/socket' },
  ]);
  const [answer] = queryReach(one, { from: 'traefik', to: 'three/other', transitive: true }).answers;
  expect(answer?.path?.map(({ from, to, kind }) => `${from} ${kind} ${to}`)).toEqual([
    'traefik socket-proxy host',
    'host takeover three/other',
  ]);
});

test('a published port that the first on the way cannot open is tried again by those who send otherwise', () => {
  const one = onOneHost({
    k3: `
services:
  x: {image: x, networks: [plain, inner]}
  y: {image: x, networks: [inner, six]}
networks: {plain: {}, inner: {internal: true}, six: {enable_ipv6: true}}`,
    k4: 'services: {z: {image: x, ports: ["[::]:80:80"]}, deep: {image: x}}',
  });
  const [answer] = queryReach(one, { from: 'x', to: 'k4/deep', transitive: true }).answers;
  expect(answer?.path?.map(({ from, to }) => `${from} ${to}`)).toEqual(['x y', 'y k4/z', 'k4/z k4/deep']);
});

test('who is on IPv6 alone opens no port of an IPv4 address', () => {
  const one = onOneHost({
    six: 'services: {a: {image: x, networks: [six]}}\nnetworks: {six: {enable_ipv4: false, enable_ipv6: true}}',
    two: 'services: {b: {image: x, ports: ["192.0.2.2:1:1", "0.0.0.0:2:2", "3:3", "[::]:4:4", "${HOST}:5:5"]}}',
  });
  expect(reachBetween(one, 'a', 'two/b')?.via.map(({ ports }) => ports)).toEqual([[3, 4, 5]]);
});

test('a step through a channel names who has it, whoever else is called so', () => {
  const one = onOneHost({
    l1: 'services: {web: {image: x, volumes: ["vol:/v"]}}\nvolumes: {vol: {name: common}}',
    l2: `
services:
  db: {image: x, volumes: ["vol:/v"]}
  web: {image: x, network_mode: "service:db"}
  far: {image: x}
volumes: {vol: {external: true, name: common}}`,
  });
  const [answer] = queryReach(one, { from: 'l2/far', to: 'web', transitive: true }).answers;
  expect(answer?.path?.map(({ from, to }) => `${from} ${to}`)).toEqual(['l2/far l2/db', 'l2/db web']);
});

test('a volume whose name hangs on a variable that is not set is nobody else’s', () => {
  const file = 'services: {a: {image: x, volumes: ["vol:/v"]}}\nvolumes: {vol: {name: "${STACK}"}}';
  const one = onOneHost({ one: file, two: file });
  const { channels } = graphOf(one, { pairs: false, others: one.group?.slice(1) ?? [] });
  expect(channels.filter(({ kind }) => kind === 'shared-volume')).toEqual([]);
});

test('one address of the host is reached over the default route, all of them over any', () => {
  const one = onOneHost({
    one: `
services:
  plain: {image: x, networks: [own]}
  last: {image: x, networks: {own: {gw_priority: 1}, silent: {}}}
  first: {image: x, networks: {own: {}, silent: {gw_priority: 1}}}
  near: {image: x, networks: {fixed: {}, silent: {gw_priority: 1}}}
networks:
  own: {}
  fixed: {ipam: {config: [{subnet: 198.51.100.0/24}, {subnet: 198.51.200.0/24, gateway: 198.51.200.1}]}}
  silent: {driver_opts: {com.docker.network.bridge.enable_ip_masquerade: "false"}}`,
    two: 'services: {b: {image: x, ports: ["192.0.2.2:1:1", "0.0.0.0:2:2", "3:3", "198.51.100.1:4:4", "198.51.200.9:5:5"]}}',
  });
  const portsOf = (from: string) => reachBetween(one, from, 'two/b')?.via.map(({ ports }) => ports);
  expect(portsOf('plain')).toEqual([[1, 2, 3, 4, 5]]);
  expect(portsOf('last')).toEqual([[1, 2, 3, 4, 5]]);
  expect(portsOf('first')).toEqual([[2, 3]]);
  // The address may be of the network itself, whose other addresses are those of its members.
  expect(portsOf('near')).toEqual([[2, 3, 4]]);
});

test('who has another default route on the same network is heard, too', () => {
  const one = onOneHost({
    one: `
services:
  first: {image: x, networks: {own: {}, silent: {gw_priority: 1}}}
  second: {image: x, networks: {own: {}}}
networks: {own: {}, silent: {driver_opts: {com.docker.network.bridge.enable_ip_masquerade: "false"}}}`,
    two: 'services: {b: {image: x, ports: ["192.0.2.2:1:1"]}, deep: {image: x}}',
  });
  const [answer] = queryReach(one, { from: 'first', to: 'two/deep', transitive: true }).answers;
  expect(answer?.path?.map(({ from, to }) => `${from} ${to}`)).toEqual([
    'first second',
    'second two/b',
    'two/b two/deep',
  ]);
});
