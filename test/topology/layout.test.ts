/** The layout that the tier rules advise: what it holds by name, and what it must hold for any project. */
import fc from 'fast-check';
import { missingTierSeparation } from '../../src/rules/missing-tier-separation.js';
import { sharedTierNetwork } from '../../src/rules/shared-tier-network.js';
import { analyzeTopology } from '../../src/topology/analyze.js';
import { layoutOf } from '../../src/topology/layout.js';
import type { Topology } from '../../src/topology/topology.js';
import { projectOf } from '../support/project.js';

function topologyOf(text: string): Topology {
  return analyzeTopology(projectOf(text));
}

const SHOP = `services:
  proxy: { image: 'nginx:1.27', ports: ['80:80'], environment: { BACKEND_URL: 'http://web:3000' } }
  web: { image: example/web, environment: { API_URL: 'http://api:4000' } }
  api: { image: example/api, environment: { DATABASE_HOST: db, REDIS_HOST: cache } }
  worker: { image: example/worker, environment: { DATABASE_HOST: db, REDIS_HOST: cache } }
  db: { image: 'postgres:17' }
  cache: { image: 'redis:7' }
  admin: { image: 'adminer:4', ports: ['8080:8080'], environment: { ADMINER_DEFAULT_SERVER: db } }
`;

test('stores with the same clients share a network, an operator gets one of its own', () => {
  expect(layoutOf(topologyOf(SHOP)).networks).toEqual([
    { name: 'edge', data: false, members: ['proxy', 'web', 'api'], internal: false },
    { name: 'app', data: false, members: ['worker', 'admin'], internal: false },
    { name: 'data', data: true, members: ['api', 'worker', 'db', 'cache'], internal: true },
    { name: 'admin-data', data: true, members: ['db', 'admin'], internal: true },
  ]);
});

test('stores with different clients are kept apart', () => {
  const networks = layoutOf(
    topologyOf(`services:
  shop: { image: example/shop, ports: ['80:80'], environment: { DATABASE_HOST: shop-db } }
  blog: { image: example/blog, ports: ['81:80'], environment: { DATABASE_HOST: blog-db } }
  shop-db: { image: 'postgres:17' }
  blog-db: { image: 'mysql:8' }
`),
  ).networks;
  expect(networks.filter(({ data }) => data).map(({ members }) => members)).toEqual([
    ['shop', 'shop-db'],
    ['blog', 'blog-db'],
  ]);
});

interface Drawn {
  readonly kind: 'nginx:1.27' | 'example/api' | 'example/worker' | 'postgres:17' | 'redis:7' | 'adminer:4';
  readonly published: boolean;
  readonly targets: readonly number[];
  readonly networks: readonly string[];
}

const drawn: fc.Arbitrary<readonly Drawn[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('nginx:1.27', 'example/api', 'example/worker', 'postgres:17', 'redis:7', 'adminer:4'),
    published: fc.boolean(),
    targets: fc.array(fc.nat(9), { maxLength: 3 }),
    // One network in common: a flow is one only where its name resolves.
    networks: fc.subarray(['two', 'three']).map((more) => ['one', ...more]),
  }),
  { minLength: 2, maxLength: 8 },
);

const NAMES = {
  'nginx:1.27': 'proxy',
  'example/api': 'api',
  'example/worker': 'worker',
  'postgres:17': 'db',
  'redis:7': 'cache',
  'adminer:4': 'admin',
};

function write(services: readonly Drawn[], networksOf: (name: string, service: Drawn) => readonly string[]): string {
  const names = services.map(({ kind }, index) => `${NAMES[kind]}${index}`);
  const lines = services.map((service, index) => {
    const name = names[index] ?? '';
    const hosts = service.targets
      .map((target) => names[target % names.length] ?? '')
      .filter((target) => target !== name);
    const environment = Object.fromEntries(hosts.map((host, number) => [`UPSTREAM${number}_HOST`, host]));
    return `  ${name}: ${JSON.stringify({
      image: service.kind,
      ...(service.published ? { ports: [`${8000 + index}:80`] } : {}),
      environment,
      networks: networksOf(name, service),
    })}`;
  });
  const networks = new Set(services.flatMap((service, index) => networksOf(names[index] ?? '', service)));
  return `services:\n${lines.join('\n')}\nnetworks:\n${[...networks].map((key) => `  ${key}:\n`).join('') || '  {}\n'}`;
}

const RULES = [missingTierSeparation, sharedTierNetwork];

test('it keeps every intended flow, and nothing is left for the tier rules to say', () => {
  fc.assert(
    fc.property(drawn, (services) => {
      const before = topologyOf(write(services, (_name, { networks }) => networks));
      const { networks } = layoutOf(before);
      for (const { from, to } of before.flows) {
        expect(networks.some(({ members }) => members.includes(from) && members.includes(to))).toBe(true);
      }
      const place = (name: string) =>
        networks.filter(({ members }) => members.includes(name)).map((network) => network.name);
      const after = topologyOf(write(services, place));
      const findings = RULES.flatMap((rule) => [...rule.check({ project: after.project, topology: after })]);
      expect(findings.filter(({ persona }) => persona !== 'pedantic').map(({ message }) => message)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
