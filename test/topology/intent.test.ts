/** Paths to stores that nobody needs: `from (standing) -> to: confidence`. */
import { analyzeTopology } from '../../src/topology/analyze';
import { intentOf, unintendedPaths, unintendedPathsOf } from '../../src/topology/intent';
import { projectOf } from '../support/project';

const topologyOf = (services: string, networks = '') =>
  analyzeTopology(projectOf(`services:\n${services}${networks === '' ? '' : `networks: ${networks}\n`}`));

const paths = (services: string, networks = ''): readonly string[] =>
  [...unintendedPaths(topologyOf(services, networks))].flatMap(({ from, standing, targets, segment }) =>
    targets.map(
      ({ to, confidence }) =>
        `${from.service.name} (${standing}) -> ${to.service.name}: ${confidence}${segment.key === 'default' ? '' : ` on ${segment.key}`}`,
    ),
  );

const API = '  api: { image: example/api, environment: { DATABASE_HOST: db } }\n';
const DB = '  db: { image: postgres }\n';
const PROXY = '  proxy: { image: nginx, ports: ["80:80"] }\n';

test('a front is no client of a store that has one', () => {
  expect(paths(PROXY + API + DB)).toEqual(['proxy (entry) -> db: high']);
});

test('nor of one without a known client, as far as some application may be it', () => {
  expect(paths(`${PROXY}  api: { image: example/api }\n${DB}`)).toEqual(['proxy (entry) -> db: medium']);
  expect(paths(PROXY + DB)).toEqual(['proxy (entry) -> db: low']);
  expect(paths(`${PROXY}${DB}  beside: { image: example/a, network_mode: "service:proxy" }\n`)).toEqual([]);
});

test('one that is not published is an entry where none is', () => {
  const front = '  front: { image: nginx }\n';
  expect(paths(front + API + DB)).toEqual(['front (entry) -> db: high']);
  expect(paths(front + PROXY + API + DB)).toEqual(['front (bystander) -> db: high', 'proxy (entry) -> db: high']);
});

test('an application that speaks to others is likely no client, one that says nothing may be', () => {
  const speaks = '  mail: { image: example/mail, environment: { API_URL: "http://api:80" } }\n';
  const silent = '  page: { image: example/page }\n';
  expect(paths(API + DB + speaks + silent)).toEqual(['mail (bystander) -> db: medium', 'page (bystander) -> db: low']);
});

test('the program of a client may be one wherever it runs, unless it runs anything', () => {
  const twin = '  twin: { image: example/api, environment: { API_URL: "http://api:80" } }\n';
  expect(paths(API + DB + twin)).toEqual(['twin (bystander) -> db: low']);
  const node = (text: string) => text.replaceAll('example/api', '"node:22"');
  expect(paths(node(API) + DB + node(twin))).toEqual(['twin (bystander) -> db: medium']);
});

test('an operator is none where it is published, and nobody asks for it otherwise', () => {
  const metrics = (more: string) => `  metrics: { image: prom/prometheus${more} }\n`;
  expect(paths(API + DB + metrics(', ports: ["9090:9090"]'))).toEqual(['metrics (entry) -> db: low']);
  expect(paths(API + DB + metrics(''))).toEqual([]);
});

test('what only may be a store is one for fronts, where it has a client', () => {
  const guess = '  db: { build: ., volumes: ["d:/backups"], x-bulkhead: { role: other } }\n';
  expect(paths(PROXY + API + guess)).toEqual([]);
  const stored = '  db: { image: example/thing, expose: ["5432"] }\n';
  const found = paths(PROXY + API + stored);
  expect(found.every((path) => path.startsWith('proxy (entry) -> db'))).toBe(true);
});

test('nobody is a stranger to those it shares a namespace with, or whom a store calls', () => {
  const guest = '  guest: { image: example/guest, network_mode: "service:db" }\n';
  expect(paths(API + DB + guest)).toEqual([]);
  const calling = '  db: { image: postgres, environment: { HOOK_HOST: hook } }\n  hook: { image: example/hook }\n';
  expect(paths(API + calling)).toEqual([]);
});

test('a network that keeps its members apart opens nothing, and stores are no culprits', () => {
  const quiet = '{ default: { driver_opts: { com.docker.network.bridge.enable_icc: "false" } } }';
  expect(paths(PROXY + API + DB, quiet)).toEqual([]);
  expect(paths(`${API}${DB}  cache: { image: redis, ports: ["6379:6379"] }\n`)).toEqual([]);
});

test('a pair that shares several networks has a path through each', () => {
  const both = 'networks: [a, b]';
  const services = `  proxy: { image: nginx, ports: ["80:80"], ${both} }\n  api: { image: example/api, environment: { DATABASE_HOST: db }, ${both} }\n  db: { image: postgres, ${both} }\n`;
  expect(paths(services, '{ a: {}, b: {} }')).toEqual([
    'proxy (entry) -> db: high on a',
    'proxy (entry) -> db: high on b',
  ]);
  const lists = [...unintendedPathsOf(topologyOf(services, '{ a: {}, b: {} }'), ['db', 'proxy', 'nobody'])];
  expect(
    lists.map((list) => list.map(({ from, to, segment }) => [from.service.name, to.service.name, segment.key])),
  ).toEqual([
    [],
    [
      ['proxy', 'db', 'a'],
      ['proxy', 'db', 'b'],
    ],
    [],
  ]);
});

test('what one of a namespace intends all of it can', () => {
  const guest =
    '  guest: { image: example/guest, network_mode: "service:api" }\n  side: { image: example/side, network_mode: "service:db" }\n';
  const { clientsOf, targetsOf, publishedFront, within, accompanied, imagesOf } = intentOf(
    topologyOf(PROXY + API + DB + guest),
  );
  // Those of its own namespace are among them: they, too, open what it offers.
  for (const store of ['db', 'side'])
    expect([...(clientsOf.get(store) ?? [])].sort()).toEqual(['api', 'db', 'guest', 'side']);
  expect([...(targetsOf.get('guest') ?? [])]).toContain('side');
  expect(publishedFront).toBe(true);
  expect([...within]).toEqual(['db']);
  expect([...accompanied].sort()).toEqual(['api', 'db', 'guest', 'side']);
  expect([...(imagesOf.get('db') ?? [])].sort()).toEqual(['example/api', 'example/guest', 'example/side', 'postgres']);
});
