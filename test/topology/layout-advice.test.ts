/** The layout that is advised, network by network: `name: members`, `*` where it holds stores, `(internal)` where nothing needs a way out. */
import { analyzeTopology } from '../../src/topology/analyze';
import { layoutOf } from '../../src/topology/layout';
import { projectOf } from '../support/project';

const layout = (services: string): readonly string[] =>
  layoutOf(analyzeTopology(projectOf(`services:\n${services}`))).networks.map(
    ({ name, data, members, internal }) =>
      `${name}${data ? '*' : ''}: ${members.join(' ')}${internal ? ' (internal)' : ''}`,
  );

const client = (name: string, ...stores: readonly string[]) =>
  `  ${name}: { image: example/${name}, environment: { ${stores.map((store, index) => `S${index}_HOST: ${store}`).join(', ')} } }\n`;
const store = (name: string, image: string, more = '') => `  ${name}: { image: ${image}${more} }\n`;

test('the only group of stores is called data', () => {
  expect(layout(client('api', 'cache') + store('cache', 'redis'))).toEqual(['app: api', 'data*: api cache (internal)']);
});

test('of several groups a single store gives its name, and a database says what it is', () => {
  const services = [
    client('api', 'cache', 'db'),
    client('job', 'queue'),
    client('orders', 'files'),
    client('report', 'db'),
    store('cache', 'redis'),
    store('db', 'postgres'),
    store('queue', 'rabbitmq'),
    store('files', 'minio/minio'),
  ];
  expect(layout(services.join(''))).toEqual([
    'app: api job orders report',
    'cache*: api cache (internal)',
    'db-data*: api report db (internal)',
    'queue*: job queue (internal)',
    'files*: orders files (internal)',
  ]);
});

test('stores of one role with the same clients are called by it, stores of several are data', () => {
  const services = [
    client('api', 'one', 'two'),
    client('job', 'three', 'four'),
    client('orders', 'five', 'six'),
    client('report', 'seven', 'eight'),
    client('other', 'nine', 'ten'),
    store('one', 'redis'),
    store('two', 'memcached'),
    store('three', 'rabbitmq'),
    store('four', 'nats'),
    store('five', 'minio/minio'),
    store('six', 'minio/minio'),
    store('seven', 'postgres'),
    store('eight', 'redis'),
    store('nine', 'mysql'),
    store('ten', 'postgres'),
  ];
  expect(layout(services.join('')).slice(1)).toEqual([
    'cache*: api one two (internal)',
    'queue*: job three four (internal)',
    'storage*: orders five six (internal)',
    'data*: report seven eight (internal)',
    'data-2*: other nine ten (internal)',
  ]);
});

test('no name is given twice', () => {
  const services = [client('api', 'edge'), client('job', 'app'), store('edge', 'redis'), store('app', 'memcached')];
  expect(layout(services.join(''))).toEqual([
    'app: api job',
    'edge-2*: api edge (internal)',
    'app-2*: job app (internal)',
  ]);
});

test('where no client is known every application may be one, and no front', () => {
  const services = [
    '  proxy: { image: nginx, ports: ["80:80"], environment: { API_URL: "http://api:80" } }\n',
    client('api'),
    client('job'),
    store('db', 'postgres'),
  ];
  expect(layout(services.join('').replaceAll('environment: {  }', 'init: true'))).toEqual([
    'edge: proxy api',
    'app: job',
    'data*: api job db (internal)',
  ]);
});

test('stores that call each other get a network of their own, unless they have one in common', () => {
  const call = (name: string, other: string) => store(name, 'postgres', `, environment: { PRIMARY_HOST: ${other} }`);
  expect(layout(client('api', 'one') + call('one', 'two') + call('two', 'three') + store('three', 'postgres'))).toEqual(
    ['app: api', 'one-data*: api one (internal)', 'data*: two three (internal)', 'cluster*: one two three (internal)'],
  );
  expect(layout(client('api', 'one', 'two') + call('one', 'two') + store('two', 'postgres'))).toEqual([
    'app: api',
    'data*: api one two (internal)',
  ]);
});

test('an operator of several stores has one network with them', () => {
  const services = [
    client('api', 'db', 'cache'),
    store('db', 'postgres'),
    store('cache', 'redis'),
    '  exporter: { image: prometheuscommunity/postgres-exporter, environment: { A_HOST: db, B_HOST: cache } }\n',
  ];
  expect(layout(services.join(''))).toEqual([
    'app: api exporter',
    'data*: api db cache (internal)',
    'exporter-data*: db cache exporter (internal)',
  ]);
});

test('company in the namespace of a store keeps others from its network, and needs a way out', () => {
  const services = [
    client('api', 'one', 'two'),
    store('one', 'postgres'),
    store('two', 'postgres'),
    '  guest: { image: example/guest, network_mode: "service:two" }\n',
    '  tool: { image: adminer, environment: { ADMINER_DEFAULT_SERVER: one, OTHER_HOST: two } }\n',
  ];
  expect(layout(services.join(''))).toEqual([
    'app: api tool',
    'one-data*: api one (internal)',
    'two-data*: api two',
    'tool-data*: one tool (internal)',
    'tool-data-2*: two tool',
  ]);
});

test('who says nothing to anybody stays with the applications, and who is nowhere is left out', () => {
  const services = [
    '  web: { image: example/web-frontend, environment: { API_URL: "http://api:1" } }\n',
    '  api: { image: example/api, environment: { JOB_URL: "http://job:1" } }\n',
    '  job: { image: example/job }\n',
    '  lone: { image: example/lone }\n',
    '  none: { image: example/none, network_mode: none }\n',
    '  host: { image: example/host, network_mode: host }\n',
  ];
  expect(layout(services.join(''))).toEqual(['edge: web api', 'app: api job lone']);
  expect(layout('  db: { image: postgres }\n')).toEqual(['data*: db (internal)']);
});
