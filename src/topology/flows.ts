/** What is meant to talk to what: connections that the files speak of, each with its places. */
import type { Project, Service } from '../compose/project.js';
import { assumedDrafts } from './flows/assumed.js';
import { commandDrafts } from './flows/commands.js';
import { configDrafts } from './flows/configs.js';
import { wiringDrafts } from './flows/dependencies.js';
import type { Draft } from './flows/draft.js';
import { environmentDrafts } from './flows/environment.js';
import { isLocalName, localTarget } from './flows/host.js';
import { labelDrafts, routeDrafts } from './flows/labels.js';
import { everyName, type NameResolver } from './flows/names.js';
import { unsetNamesOf } from './flows/unset-names.js';
import { type Neighbours, NO_NEIGHBOURS } from './neighbours.js';
import type { Flow, FlowKind, Role, RoleAssignment, Topology, UnresolvedName } from './topology.js';

export { defaultNames, type NameResolver } from './flows/names.js';

type FlowEvidence = Flow['evidence'][number];

/** The flows are sorted by consumer, provider and port. */
export function readIntentions(
  project: Project,
  names: NameResolver,
  roles: ReadonlyMap<string, RoleAssignment>,
  neighbours: Neighbours = NO_NEIGHBOURS,
): Pick<Topology, 'flows' | 'flowsAcross' | 'unresolved'> {
  const known = everyName(project);
  const services = new Map(project.services.map((service) => [service.name, service]));
  const settled: Settled[] = [];
  const across = behindNeighbours(project, neighbours);
  const unresolved: UnresolvedName[] = [];
  for (const draft of draftsOf(project, services, roles)) {
    const from = services.get(draft.from);
    const outcome = from && settle(project, from, draft, names, known);
    if (outcome === undefined) continue;
    if ('flow' in outcome) {
      const { to } = outcome.flow;
      const role = services.has(to) ? (roles.get(to)?.role ?? 'other') : neighbours.roleOf(to);
      if (role === undefined || to === draft.from || isHandedAround(draft, role, roles)) continue;
      (services.has(to) ? settled : across).push(outcome.flow);
    } else unresolved.push(outcome.unresolved);
  }
  return { flows: gather(settled), flowsAcross: gather(across), unresolved };
}

/** Services behind the proxy of another project, by their own labels. */
function behindNeighbours(project: Project, { proxies }: Neighbours): Settled[] {
  return proxies.flatMap(({ name, router, meets }) =>
    project.services
      .flatMap((service) => (meets(service.name) ? routeDrafts(router, name, service) : []))
      .flatMap(({ from, to, port, kind, evidence }) =>
        'service' in to ? [{ from, to: to.service, port, evidence: { kind, ...evidence } }] : [],
      ),
  );
}

function draftsOf(
  project: Project,
  services: ReadonlyMap<string, Service>,
  roles: ReadonlyMap<string, RoleAssignment>,
): readonly Draft[] {
  const unset = unsetNamesOf(project);
  return [
    ...project.services.flatMap((service) => [
      ...wiringDrafts(services, service, roles),
      ...environmentDrafts(service, roles.get(service.name)?.role === 'edge', unset),
      ...commandDrafts(service),
      ...assumedDrafts(service),
    ]),
    ...labelDrafts(project),
    ...configDrafts(project),
  ];
}

interface Settled {
  readonly from: string;
  readonly to: string;
  readonly port: number | undefined;
  readonly evidence: FlowEvidence;
}

type Outcome = { readonly flow: Settled } | { readonly unresolved: UnresolvedName };

function settle(
  project: Project,
  service: Service,
  draft: Draft,
  names: NameResolver,
  known: ReadonlyMap<string, string>,
): Outcome | undefined {
  const { from, to, port } = draft;
  const evidence = { kind: draft.kind, ...draft.evidence };
  if ('service' in to) return { flow: { from, to: to.service, port, evidence } };
  if (isLocalName(service, to.host)) {
    const target = localTarget(project, service, to.host, port);
    return target && { flow: { from, to: target.service, port: target.port, evidence } };
  }
  const target = names(from, to.host) ?? formerTarget(project, names, from, to.host);
  if (target !== undefined) return { flow: { from, to: target, port, evidence } };
  const owner = known.get(to.host.toLowerCase());
  // An image's habit is no mistake of the file's author.
  if (owner === undefined || owner === from || !isPlain(draft.kind)) return undefined;
  return { unresolved: { from, name: to.host, to: owner, ...(port === undefined ? {} : { port }), evidence } };
}

/** Compose 1 called containers `PROJECT_SERVICE_1`; who writes that means the service, whatever answers to it today. */
function formerTarget(project: Project, names: NameResolver, from: string, host: string): string | undefined {
  const prefix = `${project.name}_`;
  const service = host.startsWith(prefix) ? /^(.+)_\d{1,9}$/s.exec(host.slice(prefix.length))?.[1] : undefined;
  const target = service === undefined ? undefined : names(from, service);
  return target === service ? target : undefined;
}

const NO_CLIENTS: ReadonlySet<Role> = new Set<Role>(['edge', 'tunnel', 'database', 'cache', 'queue', 'storage']);
const STORES: ReadonlySet<Role> = new Set<Role>(['database', 'cache', 'queue', 'storage']);

/** Proxies and stores that are given everybody's env file are no clients of the stores in it. */
function isHandedAround({ from, fromFile }: Draft, to: Role, roles: ReadonlyMap<string, RoleAssignment>): boolean {
  const role = roles.get(from)?.role ?? 'other';
  return fromFile === true && NO_CLIENTS.has(role) && STORES.has(to);
}

function isPlain(kind: FlowKind): boolean {
  return kind === 'environment' || kind === 'command' || kind === 'healthcheck';
}

/** One flow for each consumer, provider and port; what names no port joins the flow with the lowest. */
function gather(settled: readonly Settled[]): readonly Flow[] {
  const pairs = new Map<string, Settled[]>();
  for (const item of settled) {
    const key = `${item.from}\u0000${item.to}`;
    const items = pairs.get(key);
    if (items) items.push(item);
    else pairs.set(key, [item]);
  }
  const flows: Flow[] = [];
  for (const items of pairs.values()) {
    const ports = [...new Set(items.flatMap(({ port }) => (port === undefined ? [] : [port])))].sort((a, b) => a - b);
    const [first] = items;
    if (!first) continue;
    const { from, to } = first;
    const [lowest] = ports;
    if (lowest === undefined) flows.push({ from, to, evidence: distinct(items) });
    for (const port of ports) {
      const own = items.filter((item) => (item.port ?? lowest) === port);
      flows.push({ from, to, port, evidence: distinct(own) });
    }
  }
  return flows.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || (a.port ?? 0) - (b.port ?? 0));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function distinct(items: readonly Settled[]): readonly FlowEvidence[] {
  const seen = new Set<string>();
  return items.flatMap(({ evidence }) => {
    const key = `${evidence.text} ${evidence.at.source.path} ${evidence.at.start}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [evidence];
  });
}
