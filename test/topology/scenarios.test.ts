/** The model against recordings of a real Engine: every observation of every scenario, as the recorder's own comparison counts them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyzeTopology } from '../../src/topology/analyze';
import { type Graph, type GraphReach, graphOf } from '../../src/topology/graph';
import { projectOf } from '../support/project';

const FOLDER = path.join(__dirname, '..', 'scenarios');

interface Truth {
  readonly modes?: Readonly<Record<string, string>>;
  readonly candidates: readonly string[];
  readonly reach: readonly { from: string; to: string; connect: boolean; names: readonly string[] }[];
  readonly egress: Readonly<Record<string, boolean>>;
  readonly host: Readonly<Record<string, { gateway: boolean; lanAddress: boolean }>>;
  readonly ingress: readonly {
    service: string;
    target: number;
    published: number;
    hostIp: string;
    fromServices: readonly string[];
    fromLan: boolean;
    fromHost: boolean;
  }[];
  readonly noReturnPath?: boolean;
}

/** Who reaches published ports over IPv6 alone, through the userland proxy: the recorder tried IPv4. */
const OVER_IPV6: Readonly<Record<string, Askers>> = { 'random-08': { s0: ['s3'] }, 'random-31': { 'x.4': ['S3'] } };

/** By the service whose port they reach. */
type Askers = Readonly<Record<string, readonly string[]>>;

/** Each observation and what the model says, keyed by what was observed. */
function compare(
  truth: Truth,
  graph: Graph,
  overIpv6: Askers,
): { engine: Record<string, unknown>; model: Record<string, unknown> } {
  const engine: Record<string, unknown> = {};
  const model: Record<string, unknown> = {};
  const check = (what: string, seen: unknown, said: unknown) => {
    engine[what] = seen;
    model[what] = said;
  };
  const modes = truth.modes ?? {};
  const inOthers = (service: string) => modes[service]?.startsWith('service:') ?? false;
  const owner = (service: string): string => {
    const mode = modes[service];
    return mode?.startsWith('service:') ? owner(mode.slice('service:'.length)) : service;
  };
  const asked = new Set(truth.candidates);
  const reach = [...(graph.reach ?? [])];
  const rows = new Map(reach.map((row): [string, GraphReach] => [`${row.from} ${row.to}`, row]));
  for (const { from, to, connect, names } of truth.reach) {
    if (inOthers(to) || modes[to] === 'host') continue;
    const row = rows.get(`${from} ${to}`);
    const direct = row?.via.some((via) => via.ports === 'all' && via.kind !== 'published') ?? false;
    check(`${from} -> ${to} connects`, connect, direct);
    if (inOthers(from) || modes[from] === 'host') continue;
    check(`${from} -> ${to} names`, names, [...(row?.names ?? [])].filter((name) => asked.has(name)).sort());
  }
  if (!truth.noReturnPath) {
    for (const [service, egress] of Object.entries(truth.egress))
      check(`${service} egress`, egress, graph.egress[service]);
  }
  for (const [service, host] of Object.entries(truth.host)) {
    if (!inOthers(service)) check(`${service} to host`, host.gateway || host.lanAddress, graph.host[service]);
  }
  for (const { service, target, addresses, fromServices, fromLan, fromHost } of publishedPorts(truth)) {
    const found = graph.ingress.filter((entry) => entry.service === service && entry.target === target);
    check(
      `${service}:${target} from the LAN`,
      fromLan,
      found.some((entry) => entry.from === 'lan'),
    );
    // The host tried 127.0.0.1 only.
    if (addresses.some((address) => address === '0.0.0.0' || address === '127.0.0.1')) {
      check(`${service}:${target} from the host`, fromHost, found.length > 0);
    }
    const others = (names: readonly string[]) => [...new Set(names)].filter((name) => owner(name) !== service).sort();
    const opens = ({ kind, ports }: GraphReach['via'][number]) =>
      kind === 'published' && ports !== 'all' && ports.includes(target);
    const open = reach.filter((row) => row.to === service && row.via.some(opens));
    check(
      `${service}:${target} by its published port`,
      others([...fromServices, ...(overIpv6[service] ?? [])]),
      others(open.map((row) => row.from)),
    );
  }
  return { engine, model };
}

/** What was seen of each port of a service, wherever on the host it is published. */
function publishedPorts(truth: Truth) {
  const groups = new Map<string, Truth['ingress'][number][]>();
  for (const entry of truth.ingress) {
    const key = `${entry.service} ${entry.target}`;
    if (entry.published > 0) groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    return {
      service: first.service,
      target: first.target,
      addresses: entries.map(({ hostIp }) => hostIp),
      fromServices: entries.flatMap(({ fromServices }) => fromServices),
      fromLan: entries.some(({ fromLan }) => fromLan),
      fromHost: entries.some(({ fromHost }) => fromHost),
    };
  });
}

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yml'))
  .map((file) => file.replace('.yml', ''));

test.each(names)('%s', (name) => {
  const truth = JSON.parse(readFileSync(path.join(FOLDER, `${name}.truth.json`), 'utf8')) as Truth;
  const project = projectOf(readFileSync(path.join(FOLDER, `${name}.yml`), 'utf8'));
  const { engine, model } = compare(truth, graphOf(analyzeTopology(project)), OVER_IPV6[name] ?? {});
  expect(model).toEqual(engine);
});
