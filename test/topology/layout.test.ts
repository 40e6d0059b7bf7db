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

/** What a service may be: its image or build, and what to call it. */
const KINDS = {
  proxy: { image: 'nginx:1.27' },
  gateway: { image: 'traefik:v3', command: ['--providers.docker=true'] },
  tunnel: { image: 'cloudflare/cloudflared' },
  web: { image: 'example/web', environment: { REACT_APP_TITLE: 'x' } },
  frontend: { build: './frontend' },
  api: { image: 'example/api' },
  twin: { image: 'example/api' },
  backend: { build: './backend' },
  worker: { image: 'example/worker', command: 'celery -A app worker' },
  migrate: { image: 'example/api', command: 'npm run migrate' },
  db: { image: 'postgres:17' },
  ledger: { image: 'example/ledger', volumes: ['ledger:/var/lib/mysql'] },
  cache: { image: 'redis:7' },
  queue: { image: 'rabbitmq:4' },
  files: { image: 'minio/minio' },
  search: { image: 'elasticsearch:9.0.0' },
  admin: { image: 'adminer:4' },
  metrics: { image: 'prom/prometheus' },
  exporter: { image: 'prometheuscommunity/postgres-exporter' },
  mail: { image: 'axllent/mailpit' },
} as const;

type Kind = keyof typeof KINDS;

const FORMS = ['host', 'url', 'argument', 'healthcheck', 'label', 'link', 'order'] as const;

test('a store with company in its namespace shares a network with its own clients only', () => {
  const { networks } = layoutOf(
    topologyOf(`services:
  proxy: { image: 'nginx:1.27', ports: ['80:80'] }
  queue: { image: 'rabbitmq:4', network_mode: 'service:proxy' }
  other: { image: 'nginx:1.27', ports: ['81:80'] }
  db: { image: 'postgres:17' }
`),
  );
  expect(networks.filter(({ members }) => members.includes('proxy'))).toMatchObject([
    { members: ['proxy'], data: true, internal: false },
  ]);
});

interface Drawn {
  readonly kind: Kind;
  readonly published: '' | '0.0.0.0:' | '127.0.0.1:';
  readonly wires: readonly { readonly form: (typeof FORMS)[number]; readonly target: number }[];
  /** None: the default network. */
  readonly networks: readonly string[];
  /** It lives in the network namespace of an earlier service. */
  readonly guest: boolean;
}

const drawn: fc.Arbitrary<readonly Drawn[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...(Object.keys(KINDS) as Kind[])),
    published: fc.constantFrom('', '', '0.0.0.0:', '127.0.0.1:'),
    wires: fc.array(fc.record({ form: fc.constantFrom(...FORMS), target: fc.nat(11) }), { maxLength: 4 }),
    networks: fc.oneof(fc.constant([]), fc.constant(['one']), fc.subarray(['one', 'two', 'three'])),
    guest: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  }),
  { minLength: 2, maxLength: 12 },
);

interface Named extends Drawn {
  readonly name: string;
  readonly owner: string;
}

function named(services: readonly Drawn[]): readonly Named[] {
  const names = services.map(({ kind }, index) => `${kind}${index}`);
  // The first has nobody to live with, and who lives with others takes no guests.
  return services.map((service, index) => {
    const owner = service.guest && index > 0 && !(services[index - 1]?.guest && index > 1) ? index - 1 : index;
    return { ...service, name: names[index] ?? '', owner: names[owner] ?? '' };
  });
}

type Fields = Record<string, unknown>;

/** `networksOf`: by the owner of a namespace. */
function write(services: readonly Named[], networksOf: (service: Named) => readonly string[]): string {
  const used = new Set<string>();
  const fields = services.map((service, index) => {
    const own = service.owner === service.name;
    const attached = own ? networksOf(service) : [];
    for (const network of attached) used.add(network);
    return [
      service.name,
      {
        ...KINDS[service.kind],
        ...wiring(service, index, services),
        ...(own ? {} : { network_mode: `service:${service.owner}` }),
        ...(own && service.published !== '' ? { ports: [`${service.published}${8000 + index}:80`] } : {}),
        ...(attached.length > 0 ? { networks: attached } : {}),
      },
    ];
  });
  const declared = Object.fromEntries(Array.from(used, (network) => [network, {}]));
  return JSON.stringify({ services: Object.fromEntries(fields), networks: declared, volumes: { ledger: {} } });
}

function wiring(service: Named, index: number, services: readonly Named[]): Fields {
  const kind: Fields = KINDS[service.kind];
  const environment: Record<string, string> = { ...(kind.environment as Record<string, string> | undefined) };
  const fields: { command?: string; healthcheck?: Fields; labels?: Fields; links?: string[]; depends_on?: string[] } =
    {};
  for (const [number, { form, target }] of service.wires.entries()) {
    const host = services[target % services.length]?.name ?? '';
    const earlier = target % services.length < index;
    if (host === service.name) continue;
    if (form === 'host') environment[`UPSTREAM${number}_HOST`] = host;
    if (form === 'url') environment[`UPSTREAM${number}_URL`] = `http://${host}:8000/`;
    if (form === 'argument') fields.command = `run --upstream ${host}:8000`;
    if (form === 'healthcheck') fields.healthcheck = { test: ['CMD', 'curl', '-f', `http://${host}:80/`] };
    if (form === 'label') fields.labels = { 'traefik.http.routers.x.rule': 'Host(`x`)' };
    if (form === 'link' && service.owner === service.name) fields.links = [...(fields.links ?? []), host];
    if (form === 'order' && earlier) fields.depends_on = [...new Set([...(fields.depends_on ?? []), host])];
  }
  return { ...fields, ...(Object.keys(environment).length > 0 ? { environment } : {}) };
}

const RULES = [missingTierSeparation, sharedTierNetwork];

test('it keeps every intended flow, and nothing is left for the tier rules to say', () => {
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(drawn, (projectOfServices) => {
      const services = named(projectOfServices);
      const before = topologyOf(write(services, ({ networks }) => networks));
      const { networks } = layoutOf(before);
      const owners = new Map(services.map(({ name, owner }) => [name, owner]));
      for (const { from, to, evidence } of before.flows) {
        const [a, b] = [owners.get(from), owners.get(to)];
        if (a === b) continue;
        for (const { kind } of evidence) count(kind);
        expect(networks.filter(({ members }) => members.includes(a ?? '') && members.includes(b ?? ''))).not.toEqual(
          [],
        );
      }
      const after = topologyOf(
        write(services, ({ name }) =>
          networks.filter(({ members }) => members.includes(name)).map((network) => network.name),
        ),
      );
      // A name that resolves only now is a flow that the layout could not know.
      fc.pre(after.flows.length === before.flows.length);
      const told = (topology: Topology) =>
        RULES.flatMap((rule) => [...rule.check({ project: topology.project, topology })]).filter(
          ({ persona }) => persona !== 'pedantic',
        );
      count(told(before).length > 0 ? 'told' : 'silent');
      expect(told(after).map(({ message }) => message)).toEqual([]);
    }),
    { numRuns: 100 },
  );
  // A generator that draws nothing of what the rules look at would prove nothing: a tenth of the runs at least.
  const least = ((seen.get('told') ?? 0) + (seen.get('silent') ?? 0)) / 10;
  for (const what of ['environment', 'command', 'healthcheck', 'label', 'link', 'depends_on', 'told', 'silent'])
    expect([what, (seen.get(what) ?? 0) >= least]).toEqual([what, true]);
});
