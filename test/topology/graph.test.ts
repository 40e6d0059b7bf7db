/** The contract of `graph --format json`. */
import { graphJson } from '../../src/report/graph-json';
import { analyzeTopology } from '../../src/topology/analyze';
import { graphOf } from '../../src/topology/graph';
import { projectOf } from '../support/project';

const FILE = `
services:
  web: {image: nginx, ports: ["80:8080", "127.0.0.1:9000:9000"], networks: [front]}
  api: {image: example/api, networks: [front, back], environment: {DATABASE_HOST: db}}
  db: {image: postgres, networks: {back: {aliases: [store]}}}
networks:
  front: {}
  back: {internal: true}
`;

const graph = graphOf(analyzeTopology(projectOf(FILE)));
const written = (pairs: boolean) => [...graphJson(graphOf(analyzeTopology(projectOf(FILE)), { pairs }))].join('');

test('services, with role, namespace and networks', () => {
  expect(
    graph.services.map(({ name, role, tier, namespace, networks }) => ({ name, role, tier, namespace, networks })),
  ).toEqual([
    {
      name: 'api',
      role: 'app',
      tier: 'app',
      namespace: 'api',
      networks: [
        { key: 'back', engineName: 'lab_back', aliases: [], internal: true, external: false },
        { key: 'front', engineName: 'lab_front', aliases: [], internal: false, external: false },
      ],
    },
    {
      name: 'db',
      role: 'database',
      tier: 'data',
      namespace: 'db',
      networks: [{ key: 'back', engineName: 'lab_back', aliases: ['store'], internal: true, external: false }],
    },
    {
      name: 'web',
      role: 'edge',
      tier: 'edge',
      namespace: 'web',
      networks: [{ key: 'front', engineName: 'lab_front', aliases: [], internal: false, external: false }],
    },
  ]);
});

test('networks, with who is on them', () => {
  expect(graph.networks).toEqual([
    {
      key: 'back',
      engineName: 'lab_back',
      driver: 'bridge',
      internal: true,
      external: false,
      icc: true,
      services: ['api', 'db'],
    },
    {
      key: 'front',
      engineName: 'lab_front',
      driver: 'bridge',
      internal: false,
      external: false,
      icc: true,
      services: ['api', 'web'],
    },
  ]);
});

test('a row for each pair, in order', () => {
  const network = (key: string) => ({ kind: 'network', network: key, ports: 'all' });
  expect([...(graph.reach ?? [])]).toEqual([
    { from: 'api', to: 'db', via: [network('back')], names: ['db', 'lab-db-1', 'store'] },
    {
      from: 'api',
      to: 'web',
      via: [network('front'), { kind: 'published', ports: [8080] }],
      names: ['lab-web-1', 'web'],
    },
    { from: 'db', to: 'api', via: [network('back')], names: ['api', 'lab-api-1'] },
    { from: 'web', to: 'api', via: [network('front')], names: ['api', 'lab-api-1'] },
  ]);
});

test('what leads out and in', () => {
  expect(graph.egress).toEqual({ api: true, db: false, web: true });
  expect(graph.host).toEqual({ api: true, db: true, web: true });
  expect(graph.ingress).toEqual([
    { service: 'web', target: 8080, published: 80, hostIp: '0.0.0.0', from: 'lan' },
    { service: 'web', target: 9000, published: 9000, hostIp: '127.0.0.1', from: 'host' },
  ]);
  expect(graph.openNetworks).toEqual([]);
});

test('as text it is one JSON document, whatever pieces it comes in', () => {
  const { reach, unintended, ...rest } = graph;
  expect(JSON.parse(written(true))).toEqual({
    ...rest,
    reach: [...(reach ?? [])],
    unintended: [...(unintended ?? [])],
  });
});

test('without pairs only their lists are missing', () => {
  const { reach: _, unintended: __, ...rest } = JSON.parse(written(true)) as Record<string, unknown>;
  expect(JSON.parse(written(false))).toEqual(rest);
});

test('services with the names of JavaScript are services', () => {
  const odd = graphOf(analyzeTopology(projectOf('services: {__proto__: {image: x}, constructor: {image: x}}')));
  expect(Object.keys(odd.egress)).toEqual(['__proto__', 'constructor']);
  expect([...(odd.reach ?? [])].map(({ from, to }) => `${from} ${to}`)).toEqual([
    '__proto__ constructor',
    'constructor __proto__',
  ]);
});

test('the same file gives the same text', () => {
  expect(written(true)).toBe(written(true));
});

test('flows between two services in the order of their ports, the one without a port first', () => {
  const file =
    'services: {a: {image: x, environment: {ONE_URL: "http://b:4000", TWO_URL: "http://b:3000"}}, b: {image: x}, c: {image: x, links: [b], environment: {ONE_URL: "http://a:1000"}}}';
  const { flows } = graphOf(analyzeTopology(projectOf(file)));
  expect(flows.map(({ from, to, port }) => [from, to, port])).toEqual([
    ['a', 'b', 3000],
    ['a', 'b', 4000],
    ['c', 'a', 1000],
    ['c', 'b', undefined],
  ]);
  expect(flows.at(-1)).not.toHaveProperty('port');
});
