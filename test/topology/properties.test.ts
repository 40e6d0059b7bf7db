/** What must hold for every project. */
import fc from 'fast-check';
import { analyzeTopology } from '../../src/topology/analyze';
import { type Graph, graphOf } from '../../src/topology/graph';
import { projectOf } from '../support/project';

const KEYS = ['n0', 'n1', 'n2', 'n3'] as const;
const SERVICES = ['a', 'b', 'c', 'd', 'e'] as const;

/** What a service's place on a network may say. */
interface Place {
  readonly aliases?: readonly string[];
  readonly gw_priority?: number;
  readonly priority?: number;
}

interface LaidService {
  /** By network; none stands for a network mode. */
  readonly on: Readonly<Record<string, Place>>;
  readonly mode: string;
  readonly ports: readonly string[];
  readonly hostname?: string;
  readonly scale?: number;
  readonly links?: readonly string[];
  readonly extra_hosts?: readonly string[];
}

interface LaidNetwork {
  readonly internal: boolean;
  readonly enable_ipv6: boolean;
  /** Those of the bridge driver. */
  readonly options: Readonly<Record<string, string>>;
}

interface Layout {
  readonly services: Readonly<Record<string, LaidService>>;
  /** By engine name. */
  readonly networks: Readonly<Record<string, LaidNetwork>>;
}

const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const name = fc.constantFrom<string>(...SERVICES, 'db', 'DB', 'a.n0', 'cache.');
const place: fc.Arbitrary<Place> = fc.record(
  {
    aliases: fc.uniqueArray(name, { maxLength: 2 }),
    gw_priority: fc.integer({ min: -1, max: 2 }),
    priority: fc.nat(3),
  },
  { requiredKeys: [] },
);
const network: fc.Arbitrary<LaidNetwork> = fc.record({
  internal: fc.boolean(),
  enable_ipv6: fc.boolean(),
  options: fc
    .record({
      enable_icc: rarely(fc.constantFrom('true', 'false')),
      enable_ip_masquerade: rarely(fc.constant('false')),
      gateway_mode_ipv4: rarely(fc.constantFrom('nat', 'routed', 'nat-unprotected', 'isolated')),
      host_binding_ipv4: rarely(fc.constantFrom('127.0.0.1', '192.0.2.1')),
      inhibit_ipv4: rarely(fc.constant('true')),
    })
    .map(present),
});
const published = fc.constantFrom('80', '127.0.0.1::80', '[::]::80', '192.0.2.1::81', '81/udp');
const service: fc.Arbitrary<LaidService> = fc
  .record({
    on: fc.subarray([...KEYS]).chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, place])))),
    mode: fc.constantFrom('none', 'host', 'bridge', 'service:a', 'n0', 'container:elsewhere'),
    ports: fc.uniqueArray(published, { maxLength: 2 }),
    hostname: rarely(name.map((text) => text.replace(/\.$/, ''))),
    scale: rarely(fc.constantFrom(0, 2)),
    links: rarely(fc.constantFrom(['a'], ['a:db'])),
    extra_hosts: rarely(fc.constantFrom(['db:192.0.2.9'], ['b:host-gateway'])),
  })
  .map(present);
const layout: fc.Arbitrary<Layout> = fc.record({
  services: fc
    .tuple(
      service.map(({ on, ports }) => ({ on, ports, mode: 'bridge' })),
      service,
      service,
      service,
      service,
    )
    .map((list) => Object.fromEntries(SERVICES.map((each, index) => [each, list[index] ?? list[0]]))),
  networks: fc
    .tuple(network, network, network, network)
    .map((list) => Object.fromEntries(KEYS.map((key, index) => [key, list[index] ?? list[0]]))),
});

/** Without what is undefined. */
function present<T extends object>(record: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never;
}

/** With these options of the bridge driver only. */
function withOptions({ services, networks }: Layout, kept: readonly string[]): Layout {
  const only = (options: LaidNetwork['options']) =>
    Object.fromEntries(Object.entries(options).filter(([option]) => kept.includes(option)));
  return {
    services,
    networks: Object.fromEntries(
      Object.entries(networks).map(([key, each]) => [key, { ...each, options: only(each.options) }]),
    ),
  };
}

/** `keyOf` gives the key that a file uses for a network of the Engine. */
function graph({ services, networks }: Layout, keyOf: (engineName: string) => string = (key) => key): Graph {
  const file = {
    services: Object.fromEntries(
      Object.entries(services).map(([key, { on, mode, ports, links = [], ...more }]) => {
        const attached = Object.keys(on).length > 0;
        const own = attached || mode === 'bridge';
        const networks = Object.fromEntries(Object.entries(on).map(([each, options]) => [keyOf(each), options]));
        return [
          key,
          {
            image: 'x',
            ...more,
            ...(attached ? { networks } : { network_mode: mode }),
            ...(own ? { ports } : {}),
            ...(attached && key !== 'a' ? { links } : {}),
          },
        ];
      }),
    ),
    networks: Object.fromEntries(
      Object.entries(networks).map(([each, { options, ...more }]) => [
        keyOf(each),
        {
          name: each,
          ...more,
          driver_opts: Object.fromEntries(
            Object.entries(options).map(([option, value]) => [`com.docker.network.bridge.${option}`, value]),
          ),
        },
      ]),
    ),
  };
  return graphOf(analyzeTopology(projectOf(JSON.stringify(file))));
}

/** Each connection that can be opened, as `from to port`. */
function connections({ reach = [] }: Graph): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { from, to, via } of reach) {
    for (const { ports } of via) {
      for (const port of ports === 'all' ? ['all', 80, 81] : ports) found.add(`${from} ${to} ${port}`);
    }
  }
  return found;
}

const missing = (before: ReadonlySet<string>, after: ReadonlySet<string>) =>
  [...before].filter((item) => !after.has(item));

function changed(
  { services, networks }: Layout,
  key: string,
  on: (own: LaidService['on']) => LaidService['on'],
): Layout {
  const own = services[key];
  return { services: own ? { ...services, [key]: { ...own, on: on(own.on) } } : services, networks };
}

const inNetworks = fc.constantFrom<string>(...KEYS);
const inServices = fc.constantFrom<string>(...SERVICES);
const NOTHING: LaidNetwork = { internal: false, enable_ipv6: false, options: {} };

test('one more membership takes no connection away', () => {
  fc.assert(
    fc.property(layout, inServices, inNetworks, (given, key, joined) => {
      // A service that leaves the host's network for a bridge is another matter.
      fc.pre(Object.keys(given.services[key]?.on ?? {}).length > 0);
      // So is one whose ports another network publishes from then on, otherwise than before,
      const before = withOptions(given, ['enable_icc']);
      // and one that had no IPv6: the userland proxy, which brings it to such a container from internal networks, too, stops.
      const brings = (network: string) => {
        const { enable_ipv6: hasIpv6, internal } = before.networks[network] ?? NOTHING;
        return hasIpv6 && !internal;
      };
      fc.pre(!brings(joined) || Object.keys(given.services[key]?.on ?? {}).some(brings));
      const after = changed(before, key, (on) => ({ [joined]: {}, ...on }));
      expect(missing(connections(graph(before)), connections(graph(after)))).toEqual([]);
    }),
  );
});

test('a network that is split opens no connection', () => {
  fc.assert(
    fc.property(layout, inNetworks, fc.subarray<string>([...SERVICES]), (given, key, moved) => {
      // Where peers are kept apart, but not from who is let in from elsewhere, to be elsewhere helps.
      const before = withOptions(given, [
        'enable_ip_masquerade',
        'gateway_mode_ipv4',
        'host_binding_ipv4',
        'inhibit_ipv4',
      ]);
      // A name that keeps its place in the order of networks.
      const other = `${key}-other`;
      const split = moved.reduce<Layout>(
        (current, each) =>
          changed(current, each, (on) =>
            Object.fromEntries(Object.entries(on).map(([network, at]) => [network === key ? other : network, at])),
          ),
        { ...before, networks: { ...before.networks, [other]: before.networks[key] ?? NOTHING } },
      );
      expect(missing(connections(graph(split)), connections(graph(before)))).toEqual([]);
    }),
  );
});

test('an internal network leads nobody out who was in', () => {
  fc.assert(
    fc.property(layout, inNetworks, (drawn, key) => {
      // Without an address a bridge leads nowhere, without masquerading it gets no answers, and an internal one leaves the
      // default route to the others.
      const before = withOptions(
        drawn,
        Object.values(drawn.networks)
          .flatMap(({ options }) => Object.keys(options))
          .filter((option) => option !== 'inhibit_ipv4' && option !== 'enable_ip_masquerade'),
      );
      const options = before.networks[key] ?? NOTHING;
      const after = { ...before, networks: { ...before.networks, [key]: { ...options, internal: true } } };
      const out = ({ egress }: Graph) => new Set(Object.keys(egress).filter((each) => egress[each]));
      expect(missing(out(graph(after)), out(graph(before)))).toEqual([]);
    }),
  );
});

test('who is on a network reaches back', () => {
  fc.assert(
    fc.property(layout, (given) => {
      const drawn = graph(given);
      const members = new Map(drawn.networks.map(({ key, services }) => [key, services]));
      const pairs = new Set<string>();
      for (const { from, to, via } of drawn.reach ?? []) {
        for (const { kind, network: key = '' } of via) {
          const together = [from, to].every((each) => members.get(key)?.includes(each));
          if (kind === 'network' && together) pairs.add(`${from} ${to} ${key}`);
        }
      }
      const back = new Set([...pairs].map((pair) => pair.replace(/^(\S+) (\S+)/, '$2 $1')));
      expect(missing(pairs, back)).toEqual([]);
    }),
  );
});

test('a network is its engine name, whatever its key', () => {
  fc.assert(
    fc.property(layout, (given) => {
      // Flows tell their places, which do move.
      const told = (drawn: Graph) => JSON.stringify([{ ...drawn, flows: [] }, [...(drawn.reach ?? [])]]);
      const renamed = graph(given, (key) => `key-of-${key}`);
      expect(told(renamed).replaceAll('key-of-', '')).toBe(told(graph(given)));
    }),
  );
});
