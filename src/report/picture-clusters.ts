/** Services by the set of networks they are on: whoever is in one group meets the same peers. */
import type { Graph, GraphNetwork, GraphService } from '../topology/graph.js';

export interface Group {
  readonly label: string;
  readonly internal: boolean;
  readonly open: boolean;
  readonly services: readonly GraphService[];
}

/** More names than this are counted. */
const MOST_NAMES = 3;

/** Largest first where they are many; otherwise in the order of the services. */
export function clustersOf(graph: Graph): readonly Group[] {
  const usual = graph.engine.mode === 'swarm' ? 'overlay' : 'bridge';
  const networks = new Map(graph.networks.map((network) => [network.engineName, propertiesOf(network, usual)]));
  const open = new Set(graph.openNetworks);
  const groups = new Map<string, GraphService[]>();
  for (const service of graph.services) {
    const names = service.networks.map(({ engineName }) => engineName);
    const key = JSON.stringify(names.length > 0 ? names : [[place(service)]]);
    const known = groups.get(key);
    if (known) known.push(service);
    else groups.set(key, [service]);
  }
  const described = [...groups.values()].map((services) => describe(services, networks, open));
  return described.length > 40 ? described.sort((a, b) => b.services.length - a.services.length) : described;
}

/** Where a service is that has no network. */
function place(service: GraphService): string {
  if (service.namespace === 'host') return 'the host’s network';
  if (service.namespace.startsWith('container:')) return 'another container’s network';
  return 'no network';
}

function describe(
  services: readonly GraphService[],
  networks: ReadonlyMap<string, string>,
  open: ReadonlySet<string>,
): Group {
  const [first] = services;
  const own = first?.networks ?? [];
  if (first === undefined || own.length === 0) {
    return { label: first ? place(first) : '', internal: false, open: false, services };
  }
  const shown = own.slice(0, MOST_NAMES);
  const said = new Set(own.map(({ engineName }) => networks.get(engineName) ?? ''));
  // What holds for all of them is said once.
  const common = said.size === 1 ? [...said].join('') : '';
  const labels = shown.map((network) =>
    common === '' ? withMarks(network.key, networks.get(network.engineName) ?? '') : network.key,
  );
  if (own.length > MOST_NAMES) labels.push(`${own.length - MOST_NAMES} more`);
  return {
    label: withMarks(labels.join(' + '), common),
    internal: own.every((network) => network.internal),
    open: own.some((network) => open.has(network.key)),
    services,
  };
}

/** What sets a network apart, in words. */
function propertiesOf({ internal, external, icc, driver }: GraphNetwork, usualDriver: string): string {
  const marks = [
    internal ? 'internal' : '',
    external ? 'external' : '',
    // A variable that is not set says nothing.
    driver === usualDriver || driver.includes('$') ? '' : driver,
    icc ? '' : 'no peers',
  ];
  return marks.filter((mark) => mark !== '').join(', ');
}

function withMarks(label: string, marks: string): string {
  return marks === '' ? label : `${label} (${marks})`;
}
