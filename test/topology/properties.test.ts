/** What must hold for every project. */
import fc from 'fast-check';
import { analyzeTopology } from '../../src/topology/analyze';
import { type Graph, graphOf } from '../../src/topology/graph';
import { projectOf } from '../support/project';

const KEYS = ['n0', 'n1', 'n2', 'n3'] as const;
const SERVICES = ['a', 'b', 'c', 'd', 'e'] as const;

interface Layout {
  /** By service: the networks it is on; none stands for a network mode. */
  readonly services: Readonly<
    Record<string, { readonly on: readonly string[]; readonly mode: string; readonly port: boolean }>
  >;
  /** By engine name. */
  readonly networks: Readonly<Record<string, { readonly internal: boolean; readonly icc: boolean }>>;
}

const network = fc.record({ internal: fc.boolean(), icc: fc.boolean() });
const service = fc.record({
  on: fc.subarray([...KEYS]),
  mode: fc.constantFrom('none', 'host', 'bridge', 'service:a'),
  port: fc.boolean(),
});
const layout: fc.Arbitrary<Layout> = fc.record({
  services: fc
    .tuple(
      service.map((first) => ({ ...first, mode: 'bridge' })),
      service,
      service,
      service,
      service,
    )
    .map((list) => Object.fromEntries(SERVICES.map((name, index) => [name, list[index] ?? list[0]]))),
  networks: fc
    .tuple(network, network, network, network)
    .map((list) => Object.fromEntries(KEYS.map((key, index) => [key, list[index] ?? list[0]]))),
});

/** `keyOf` gives the key that a file uses for a network of the Engine. */
function graph({ services, networks }: Layout, keyOf: (engineName: string) => string = (name) => name): Graph {
  const file = {
    services: Object.fromEntries(
      Object.entries(services).map(([name, { on, mode, port }], index) => [
        name,
        {
          image: 'x',
          ...(on.length > 0 ? { networks: on.map(keyOf) } : { network_mode: mode }),
          ...(port && (on.length > 0 || mode === 'bridge') ? { ports: [`${8000 + index}:80`] } : {}),
        },
      ]),
    ),
    networks: Object.fromEntries(
      Object.entries(networks).map(([name, { internal, icc }]) => [
        keyOf(name),
        { name, internal, driver_opts: { 'com.docker.network.bridge.enable_icc': String(icc) } },
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
      for (const port of ports === 'all' ? ['all', 80] : ports) found.add(`${from} ${to} ${port}`);
    }
  }
  return found;
}

const missing = (before: ReadonlySet<string>, after: ReadonlySet<string>) =>
  [...before].filter((item) => !after.has(item));

function changed(
  { services, networks }: Layout,
  name: string,
  on: (networks: readonly string[]) => readonly string[],
): Layout {
  const own = services[name];
  return { services: own ? { ...services, [name]: { ...own, on: on(own.on) } } : services, networks };
}

const inNetworks = fc.constantFrom<string>(...KEYS);
const inServices = fc.constantFrom<string>(...SERVICES);

test('one more membership takes no connection away', () => {
  fc.assert(
    fc.property(layout, inServices, inNetworks, (before, name, key) => {
      // A service that leaves the host's network for a bridge is another matter.
      fc.pre((before.services[name]?.on.length ?? 0) > 0);
      const after = changed(before, name, (on) => [...new Set([...on, key])]);
      expect(missing(connections(graph(before)), connections(graph(after)))).toEqual([]);
    }),
  );
});

test('a network that is split opens no connection', () => {
  fc.assert(
    fc.property(layout, inNetworks, fc.subarray<string>([...SERVICES]), (before, key, moved) => {
      const options = before.networks[key] ?? { internal: false, icc: true };
      const split = moved.reduce<Layout>(
        (current, name) => changed(current, name, (on) => on.map((each) => (each === key ? 'other' : each))),
        { ...before, networks: { ...before.networks, other: options } },
      );
      expect(missing(connections(graph(split)), connections(graph(before)))).toEqual([]);
    }),
  );
});

test('an internal network leads nobody out who was in', () => {
  fc.assert(
    fc.property(layout, inNetworks, (before, key) => {
      const options = before.networks[key] ?? { internal: false, icc: true };
      const after = { ...before, networks: { ...before.networks, [key]: { ...options, internal: true } } };
      const out = (drawn: Graph) => new Set(Object.keys(drawn.egress).filter((name) => drawn.egress[name]));
      expect(missing(out(graph(after)), out(graph(before)))).toEqual([]);
    }),
  );
});

test('who is on a network reaches back', () => {
  fc.assert(
    fc.property(layout, (given) => {
      const pairs = new Set<string>();
      for (const { from, to, via } of graph(given).reach ?? []) {
        for (const way of via) if (way.kind === 'network') pairs.add(`${from} ${to} ${way.network}`);
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
      const renamed = graph(given, (name) => `key-of-${name}`);
      expect(told(renamed).replaceAll('key-of-', '')).toBe(told(graph(given)));
    }),
  );
});
