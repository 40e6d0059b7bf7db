/**
 * Paths to the data tier of another project that a shared network opens and that nothing in either needs: what
 * `intent.ts` says of one project, said of those given together.
 */
import { intentOf, isFront, isUnneeded } from './intent.js';
import { type Inhabitant, inhabitantOf, type Landscape, landscapeOf, type Pod } from './landscape.js';
import type { Topology } from './topology.js';

export interface PathAcross {
  readonly to: Inhabitant;
  /** The network, by its engine name. */
  readonly engineName: string;
}

/** Of the projects that share networks: who intends connections, and which stores there are on each network. */
interface Surroundings {
  /** Namespaces between which a flow leads from one project into another, both ways: networks have no direction. */
  readonly partners: ReadonlyMap<Pod, ReadonlySet<Pod>>;
  /** Namespaces that somebody means to open connections to. */
  readonly wanted: ReadonlySet<Pod>;
  /** By engine name; networks that forbid their members to talk to each other have none. */
  readonly stores: ReadonlyMap<string, Stores>;
}

interface Stores {
  readonly all: readonly Inhabitant[];
  readonly wanted: readonly Inhabitant[];
}

const known = new WeakMap<Landscape, Surroundings>();

/** Those of one service, in the order of its networks. */
export function* pathsAcross(topology: Topology, service: string): Generator<PathAcross> {
  const from = inhabitantOf(topology, service);
  if (from === undefined || topology.group === undefined) return;
  const { role, entry } = from.member;
  const sure = isFront(role.role) && role.confidence !== 'low';
  if (role.tier === 'data' || (role.tier === 'ops' && !sure && !entry)) return;
  const { partners, wanted, stores } = surroundingsOf(landscapeOf(topology));
  const accompanied = intentOf(topology).accompanied.has(service);
  for (const { engineName } of from.pod.endpoints) {
    // Without a sure front only those that are wanted by others can be unneeded.
    for (const to of stores.get(engineName)?.[sure ? 'all' : 'wanted'] ?? []) {
      if (to.topology === from.topology || to.pod === from.pod || partners.get(from.pod)?.has(to.pod)) continue;
      if (isUnneeded(from.member, to.member, wanted.has(to.pod), accompanied)) yield { to, engineName };
    }
  }
}

function surroundingsOf(landscape: Landscape): Surroundings {
  const before = known.get(landscape);
  if (before) return before;
  const partners = new Map<Pod, Set<Pod>>();
  const wanted = new Set<Pod>();
  for (const topology of landscape.topologies) {
    for (const { from, to } of topology.flowsAcross) {
      const [source, target] = [inhabitantOf(topology, from)?.pod, inhabitantOf(topology, to)?.pod];
      if (source === undefined || target === undefined) continue;
      partners.set(source, (partners.get(source) ?? new Set()).add(target));
      partners.set(target, (partners.get(target) ?? new Set()).add(source));
      wanted.add(target);
    }
    for (const store of intentOf(topology).clientsOf.keys()) {
      const pod = inhabitantOf(topology, store)?.pod;
      if (pod) wanted.add(pod);
    }
  }
  const made = { partners, wanted, stores: storesBy(landscape, wanted) };
  known.set(landscape, made);
  return made;
}

function storesBy({ podsOn, segments }: Landscape, wanted: ReadonlySet<Pod>): ReadonlyMap<string, Stores> {
  const stores = new Map<string, Stores>();
  for (const [engineName, pods] of podsOn) {
    if (!segments.get(engineName)?.icc) continue;
    const all = pods.flatMap(({ inhabitants }) => inhabitants.filter(({ member }) => member.role.tier === 'data'));
    stores.set(engineName, { all, wanted: all.filter(({ pod }) => wanted.has(pod)) });
  }
  return stores;
}
