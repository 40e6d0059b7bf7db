/** The way out of a legacy link: an order of start that is written, and a name that everybody on the network knows. */
import type { Link, Service } from '../compose/project.js';
import type { Change } from '../source/changes.js';
import { textOf } from '../source/text.js';
import { DEFAULT_BRIDGE } from '../topology/segments.js';
import type { Endpoint, Member, Topology } from '../topology/topology.js';
import { borrowed, proposal, refusal } from './fix-plan.js';
import type { Effect, FixProposal } from './rule.js';

/** `shared`: where the service is on a network that both are on. */
export function linkFix(topology: Topology, service: Service, link: Link, shared: Endpoint | undefined): FixProposal {
  const target = topology.members.get(link.target);
  const reason = objection(topology, service, link, target, shared);
  if (reason !== undefined) return refusal(reason);
  const order = dependency(service, link);
  const name = target && shared ? alias(target, link, shared.networkKey) : NOTHING;
  const texts = [`${link.target}:${link.alias}`, ...(link.alias === link.target ? [link.target] : [])];
  return proposal({
    title: `Replace the link to \`${link.target}\``,
    safe: true,
    source: link.at.source,
    changes: [
      { kind: 'remove', from: ['services', service.name, 'links'], at: link.at },
      ...order.changes,
      ...name.changes,
    ],
    effects: [{ kind: 'exclude', path: ['services', service.name, 'links'], texts }, ...order.effects, ...name.effects],
    variables: [],
  });
}

interface Consequence {
  readonly changes: readonly Change[];
  readonly effects: readonly Effect[];
}

const NOTHING: Consequence = { changes: [], effects: [] };

function objection(
  topology: Topology,
  service: Service,
  link: Link,
  target: Member | undefined,
  shared: Endpoint | undefined,
): string | undefined {
  if (textOf(link.at).includes('$')) return 'the link hangs on a variable';
  if (!target) return `\`${link.target}\` is no service of this project`;
  if (link.target === service.name) return 'a service that links to itself cannot depend on itself';
  if (service.networkMode || target.service.networkMode)
    return 'with `network_mode` the link may be the only way to the name';
  if (shared?.engineName === DEFAULT_BRIDGE) return 'on the default bridge the link is the only way to the name';
  const owner = borrowed(link.at);
  if (owner !== undefined || link.alias === link.target || !shared) return owner;
  if (target.service.at.source !== link.at.source) return `\`${link.target}\` is declared in another file`;
  if (isAmbiguous(topology, link, shared.networkKey))
    return `\`${link.alias}\` would name two services on the network \`${shared.networkKey}\``;
  return undefined;
}

interface NameUse {
  /** What links call by a name. */
  readonly linked: ReadonlyMap<string, ReadonlySet<string>>;
  /** The services that have a name, by the name; a service's own name counts on every network. */
  readonly owned: ReadonlyMap<string, ReadonlySet<string>>;
}

const uses = new WeakMap<Topology, NameUse>();

function nameUse(topology: Topology): NameUse {
  const known = uses.get(topology);
  if (known) return known;
  const linked = new Map<string, Set<string>>();
  const owned = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, name: string, service: string): void => {
    const services = map.get(name);
    if (services) services.add(service);
    else map.set(name, new Set([service]));
  };
  for (const { service, endpoints } of topology.members.values()) {
    for (const { alias, target } of [...service.links, ...service.externalLinks]) note(linked, alias, target);
    note(owned, service.name, service.name);
    for (const { networkKey, names } of endpoints)
      for (const name of names) note(owned, onNetwork(name, networkKey), service.name);
  }
  const use = { linked, owned };
  uses.set(topology, use);
  return use;
}

function onNetwork(name: string, network: string): string {
  return JSON.stringify([network, name]);
}

/** A link's name is known to one service only; an alias to all of the network, where somebody else may have it. */
function isAmbiguous(topology: Topology, { alias, target }: Link, network: string): boolean {
  const { linked, owned } = nameUse(topology);
  const owners = [linked.get(alias), owned.get(alias), owned.get(onNetwork(alias, network))];
  return owners.some((services) => [...(services ?? [])].some((service) => service !== target));
}

const dependencies = new WeakMap<Service, ReadonlySet<string>>();

/** What the service says that it depends on. */
function writtenDependencies(service: Service): ReadonlySet<string> {
  const known = dependencies.get(service);
  if (known) return known;
  const found = new Set(service.dependsOn.flatMap((written) => (written.implied ? [] : [written.service])));
  dependencies.set(service, found);
  return found;
}

function dependency(service: Service, { target }: Link): Consequence {
  if (writtenDependencies(service).has(target)) return NOTHING;
  const path = ['services', service.name, 'depends_on'];
  const condition = 'service_started';
  return {
    changes: [{ kind: 'add', to: path, name: target, create: 'list', value: { condition } }],
    effects: [{ kind: 'put', path: [...path, target], value: { condition, required: true } }],
  };
}

function alias({ service, endpoints }: Member, link: Link, network: string): Consequence {
  const known = endpoints.some(({ networkKey, names }) => networkKey === network && names.includes(link.alias));
  if (known || link.alias === link.target) return NOTHING;
  const path = ['services', service.name, 'networks', network, 'aliases'];
  return {
    changes: [{ kind: 'add', to: path, name: link.alias, create: 'list' }],
    effects: [{ kind: 'include', path, value: link.alias }],
  };
}
