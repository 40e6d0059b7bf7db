/**
 * A least-privilege layout: networks that keep every intended flow and cut the paths to the data tier that nobody
 * intends. It is the judge of whether a better layout exists, and the advice of the rules on tiers.
 */
import { type Intent, intentOf, isFront } from './intent.js';
import type { Member, Role, Topology } from './topology.js';

export interface LayoutNetwork {
  readonly name: string;
  /** Service names, in the order of the files. */
  readonly members: readonly string[];
  /** Whether it holds stores. */
  readonly data: boolean;
  /** Nothing on it needs a way out through it: every member that is no store has one elsewhere. */
  readonly internal: boolean;
}

export interface Layout {
  readonly networks: readonly LayoutNetwork[];
}

interface Group {
  readonly stores: Member[];
  readonly clients: ReadonlySet<string>;
}

export function layoutOf(topology: Topology): Layout {
  const intent = intentOf(topology);
  // One service of each namespace stands for all: they share its networks.
  const attached = [...topology.members.values()].filter(
    (member) => member.endpoints.length > 0 && member.namespace === member.service.name,
  );
  const drafts = [...frontNetworks(attached, intent), ...dataNetworks(topology, attached, intent)];
  const outgoing = new Set(drafts.filter(({ data }) => !data).flatMap(({ members }) => [...members]));
  const order = new Map(attached.map(({ service }, index) => [service.name, index]));
  const stores = new Set(attached.filter(isStore).map(({ service }) => service.name));
  return {
    networks: drafts.map(({ name, members, data }) => ({
      name,
      data,
      members: [...members].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      internal: data && [...members].every((member) => stores.has(member) || outgoing.has(member)),
    })),
  };
}

interface Draft {
  readonly name: string;
  readonly data: boolean;
  readonly members: ReadonlySet<string>;
}

const isStore = (member: Member): boolean => member.role.tier === 'data';

/** `edge` for what fronts talk to, `app` for what the others say among themselves; who says nothing stays on `app`. */
function frontNetworks(attached: readonly Member[], intent: Intent): readonly Draft[] {
  const inner = attached.filter((member) => !isStore(member));
  const names = new Set(inner.map(({ service }) => service.name));
  const edge = new Set<string>();
  const app = new Set<string>();
  const fronts = new Set(inner.filter(({ role }) => isFront(role.role)).map(({ service }) => service.name));
  for (const { service } of inner) {
    const peers = [...(intent.targetsOf.get(service.name) ?? [])].filter(
      (peer) => names.has(peer) && peer !== service.name,
    );
    for (const peer of peers) {
      const network = fronts.has(service.name) || fronts.has(peer) ? edge : app;
      network.add(service.name).add(peer);
    }
  }
  for (const name of fronts) edge.add(name);
  for (const name of names) if (!edge.has(name) && !app.has(name)) app.add(name);
  const drafts = [
    { name: 'edge', data: false, members: edge },
    { name: 'app', data: false, members: app },
  ];
  return drafts.filter(({ members }) => members.size > 0);
}

/** Stores with the same clients share a network; operators (an admin interface, monitoring) get one of their own. */
function dataNetworks(topology: Topology, attached: readonly Member[], intent: Intent): readonly Draft[] {
  const groups = new Map<string, Group>();
  const operators = new Map<string, Set<string>>();
  for (const store of attached.filter(isStore)) {
    const clients = new Set<string>();
    for (const name of clientsOf(store, attached, intent)) {
      const client = topology.members.get(name);
      if (client && isStore(client)) continue;
      if (client?.role.tier !== 'ops') clients.add(name);
      else operators.set(name, (operators.get(name) ?? new Set([name])).add(store.service.name));
    }
    const key = JSON.stringify([...clients].sort());
    const group = groups.get(key);
    if (group) group.stores.push(store);
    else groups.set(key, { stores: [store], clients });
  }
  const used = new Set(['edge', 'app']);
  const unique = (name: string): string => {
    let free = name;
    for (let number = 2; used.has(free); number++) free = `${name}-${number}`;
    used.add(free);
    return free;
  };
  const list = [...groups.values()];
  const named = list.map(({ stores, clients }) => ({
    name: unique(groupName(stores, list.length)),
    data: true,
    members: new Set([...stores.map(({ service }) => service.name), ...clients]),
  }));
  const clusters = clustersOf(attached, intent).filter(
    (cluster) => !named.some(({ members }) => [...cluster].every((name) => members.has(name))),
  );
  return [
    ...named,
    ...clusters.map((members) => ({ name: unique('cluster'), data: true, members })),
    ...Array.from(operators, ([operator, members]) => ({ name: unique(`${operator}-data`), data: true, members })),
  ];
}

/** Stores that talk to each other, such as replicas. */
function clustersOf(attached: readonly Member[], intent: Intent): readonly ReadonlySet<string>[] {
  const stores = new Set(attached.filter(isStore).map(({ service }) => service.name));
  const clusterOf = new Map<string, Set<string>>();
  for (const from of stores) {
    for (const to of intent.targetsOf.get(from) ?? []) {
      if (to === from || !stores.has(to)) continue;
      const joined = new Set([from, to, ...(clusterOf.get(from) ?? []), ...(clusterOf.get(to) ?? [])]);
      for (const name of joined) clusterOf.set(name, joined);
    }
  }
  return [...new Set(clusterOf.values())];
}

/** Where no client is known the applications are taken for clients: a layout must not cut what it does not know. */
function clientsOf(store: Member, attached: readonly Member[], intent: Intent): Iterable<string> {
  const name = store.service.name;
  const inner = new Set(attached.map(({ service }) => service.name));
  const both = [...(intent.clientsOf.get(name) ?? []), ...(intent.targetsOf.get(name) ?? [])];
  const known = both.filter((client) => client !== name && inner.has(client));
  if (known.length > 0) return known;
  return attached.filter(({ role }) => role.tier === 'app' && !isFront(role.role)).map(({ service }) => service.name);
}

const ROLE_NAMES: Partial<Record<Role, string>> = { cache: 'cache', queue: 'queue', storage: 'storage' };

function groupName(stores: readonly Member[], groups: number): string {
  if (groups === 1) return 'data';
  const [first] = stores;
  if (stores.length === 1 && first)
    return first.role.role === 'database' ? `${first.service.name}-data` : first.service.name;
  const roles = new Set(stores.map(({ role }) => role.role));
  const [role] = roles;
  return (roles.size === 1 && role && ROLE_NAMES[role]) || 'data';
}
