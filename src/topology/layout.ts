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
  readonly clients: Names;
}

const layouts = new WeakMap<Topology, Layout>();

/** Worked out once for a topology: every finding on tiers asks for it. */
export function layoutOf(topology: Topology): Layout {
  const known = layouts.get(topology);
  if (known) return known;
  const layout = workOut(topology);
  layouts.set(topology, layout);
  return layout;
}

function workOut(topology: Topology): Layout {
  const intent = intentOf(topology);
  // One service of each namespace stands for all: they share its networks.
  const attached = [...topology.members.values()].filter(
    (member) => member.endpoints.length > 0 && member.namespace === member.service.name,
  );
  const stores = storesIn(topology, attached);
  const drafts = [...frontNetworks(attached, stores, intent), ...dataNetworks(topology, attached, stores, intent)];
  const outgoing = new Set(drafts.filter(({ data }) => !data).flatMap(({ members }) => [...members]));
  const order = new Map(attached.map(({ service }, index) => [service.name, index]));
  const inward = new Set(attached.filter(isInward(topology)).map(({ service }) => service.name));
  return {
    networks: drafts.map(({ name, members, data }) => ({
      name,
      data,
      members: [...members].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      internal: data && [...members].every((member) => inward.has(member) || outgoing.has(member)),
    })),
  };
}

interface Draft {
  readonly name: string;
  readonly data: boolean;
  readonly members: Names;
}

type Names = ReadonlySet<string>;

/** Owners of namespaces in which a store lives: whoever reaches the owner reaches the store. */
function storesIn(topology: Topology, attached: readonly Member[]): Names {
  const owners = new Set(attached.map(({ service }) => service.name));
  const stores = [...topology.members.values()].filter(({ role }) => role.tier === 'data');
  return new Set(stores.map(({ namespace }) => namespace).filter((namespace) => owners.has(namespace)));
}

/** Nothing but stores live there, and no port is published: an internal network would not keep it from anything. */
function isInward(topology: Topology): (owner: Member) => boolean {
  const others = new Set(
    [...topology.members.values()].filter(({ role }) => role.tier !== 'data').map(({ namespace }) => namespace),
  );
  return ({ namespace }) => !others.has(namespace);
}

/** `edge` for what fronts talk to, `app` for what the others say among themselves; who says nothing stays on `app`. */
function frontNetworks(attached: readonly Member[], stores: Names, intent: Intent): readonly Draft[] {
  const inner = attached.filter(({ service }) => !stores.has(service.name));
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
function dataNetworks(
  topology: Topology,
  attached: readonly Member[],
  stores: Names,
  intent: Intent,
): readonly Draft[] {
  const inward = isInward(topology);
  const isAlone = (store: string) => attached.some((member) => member.service.name === store && inward(member));
  const around = surroundings(attached, stores);
  const groups = new Map<string, Group>();
  const operators = new Map<string, { readonly operator: string; readonly members: Set<string> }>();
  for (const store of attached.filter(({ service }) => stores.has(service.name))) {
    const clients = new Set<string>();
    for (const name of clientsOf(store, around, intent)) {
      const client = topology.members.get(name);
      if (stores.has(name)) continue;
      if (client?.role.tier !== 'ops') {
        clients.add(name);
        continue;
      }
      const side = JSON.stringify(inward(store) ? [name] : [name, store.service.name]);
      const operated = operators.get(side) ?? { operator: name, members: new Set([name]) };
      operated.members.add(store.service.name);
      operators.set(side, operated);
    }
    // With company in its namespace a store is no good neighbour for others.
    const key = JSON.stringify([...clients].sort().concat(inward(store) ? [] : [` ${store.service.name}`]));
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
  const named = list.map((group) => ({
    name: unique(groupName(group.stores, list.length)),
    data: true,
    members: new Set([...group.stores.map(({ service }) => service.name), ...group.clients]),
  }));
  const clusters = clustersOf(stores, isAlone, intent).filter(
    (cluster) => !named.some(({ members }) => [...cluster].every((name) => members.has(name))),
  );
  return [
    ...named,
    ...clusters.map((members) => ({ name: unique('cluster'), data: true, members })),
    ...Array.from(operators.values(), ({ operator, members }) => ({
      name: unique(`${operator}-data`),
      data: true,
      members,
    })),
  ];
}

/** Stores that talk to each other, such as replicas; each pair apart where one of the two has company in its namespace. */
function clustersOf(stores: Names, isAlone: (store: string) => boolean, intent: Intent): readonly Names[] {
  const clusterOf = new Map<string, Set<string>>();
  const pairs: Names[] = [];
  for (const from of stores) {
    for (const to of intent.targetsOf.get(from) ?? []) {
      if (to === from || !stores.has(to)) continue;
      if (!isAlone(from) || !isAlone(to)) {
        pairs.push(new Set([from, to]));
        continue;
      }
      const joined = new Set([from, to, ...(clusterOf.get(from) ?? []), ...(clusterOf.get(to) ?? [])]);
      for (const name of joined) clusterOf.set(name, joined);
    }
  }
  return [...new Set(clusterOf.values()), ...pairs];
}

/** Where no client is known the applications are taken for clients: a layout must not cut what it does not know. */
function clientsOf({ service: { name } }: Member, around: Surroundings, intent: Intent): Iterable<string> {
  const both = [...(intent.clientsOf.get(name) ?? []), ...(intent.targetsOf.get(name) ?? [])];
  const known = both.filter((client) => client !== name);
  return known.length > 0 ? known.filter((client) => around.attached.has(client)) : around.applications;
}

/** Owners of namespaces: all of them, and those of applications that might be anybody's clients. */
interface Surroundings {
  readonly attached: Names;
  readonly applications: readonly string[];
}

function surroundings(attached: readonly Member[], stores: Names): Surroundings {
  const isApplication = ({ role, service }: Member): boolean =>
    role.tier === 'app' && !isFront(role.role) && !stores.has(service.name);
  return {
    attached: new Set(attached.map(({ service }) => service.name)),
    applications: attached.filter(isApplication).map(({ service }) => service.name),
  };
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
