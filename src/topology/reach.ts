/** Who can open a connection to whom, or resolve a name of whom: for a pair, for one side, or for all, on demand. */
import { type Inhabitant, inhabitantOf, type Landscape, landscapeOf, nameOf, outbound, type Pod } from './landscape.js';
import { byCodeUnit } from './names.js';
import { namesBetween } from './resolve.js';
import type { Reach, Topology } from './topology.js';
import { viasBetween } from './vias.js';

/** `undefined` where there is no connection and no name, or no such service. From a service to itself: what its own namespace allows. */
export function reachBetween(topology: Topology, from: string, to: string): Reach | undefined {
  const source = inhabitantOf(topology, from);
  const target = inhabitantOf(topology, to);
  return source && target && row(topology, source, target);
}

function row(topology: Topology, source: Inhabitant, target: Inhabitant): Reach | undefined {
  const landscape = landscapeOf(topology);
  const vias = viasBetween(landscape, source.pod, target.pod);
  const names = namesBetween(landscape, source, target.pod);
  if (vias.length === 0 && names.length === 0) return undefined;
  return { from: nameOf(topology, source), to: nameOf(topology, target), via: vias, names };
}

/** What a service reaches, sorted by name. */
export function* reachFrom(topology: Topology, from: string): Generator<Reach> {
  const source = inhabitantOf(topology, from);
  if (source === undefined) return;
  for (const target of candidates(topology, targetsOf(landscapeOf(topology), source), source)) {
    const found = row(topology, source, target);
    if (found) yield found;
  }
}

/** Who reaches a service, sorted by name. */
export function* reachTo(topology: Topology, to: string): Generator<Reach> {
  const target = inhabitantOf(topology, to);
  if (target === undefined) return;
  for (const source of candidates(topology, sourcesOf(landscapeOf(topology), target.pod), target)) {
    const found = row(topology, source, target);
    if (found) yield found;
  }
}

/** A row for each ordered pair in which a service of the project takes part, sorted by `from`, then `to`. */
export function* reachRows(topology: Topology): Generator<Reach> {
  const landscape = landscapeOf(topology);
  const others = landscape.topologies.filter((other) => other.project !== topology.project);
  const own = [...topology.members.keys()].sort(byCodeUnit);
  for (const from of own) yield* reachFrom(topology, from);
  for (const other of others) {
    for (const source of [...other.members.keys()].sort(byCodeUnit)) {
      const foreign = inhabitantOf(other, source);
      if (foreign === undefined) continue;
      for (const target of candidates(topology, targetsOf(landscape, foreign), foreign)) {
        if (target.topology.project !== topology.project) continue;
        const found = row(topology, foreign, target);
        if (found) yield found;
      }
    }
  }
}

function candidates(topology: Topology, pods: ReadonlySet<Pod>, self: Inhabitant): readonly Inhabitant[] {
  const found: { readonly name: string; readonly inhabitant: Inhabitant }[] = [];
  for (const pod of pods) {
    for (const inhabitant of pod.inhabitants) {
      if (inhabitant !== self) found.push({ name: nameOf(topology, inhabitant), inhabitant });
    }
  }
  return found.sort((a, b) => byCodeUnit(a.name, b.name)).map((entry) => entry.inhabitant);
}

/** A superset of what the namespace reaches or knows by name. */
export function targetsOf(landscape: Landscape, source: Inhabitant): ReadonlySet<Pod> {
  const from = source.pod;
  const pods = new Set<Pod>([from]);
  for (const endpoint of from.endpoints)
    for (const pod of landscape.podsOn.get(endpoint.engineName) ?? []) pods.add(pod);
  if (from.kind === 'host') for (const pod of landscape.pods) pods.add(pod);
  if (outbound(landscape, from).length > 0) {
    for (const pod of landscape.publishers) pods.add(pod);
    for (const pod of landscape.routed) pods.add(pod);
  }
  if (landscape.host !== undefined) pods.add(landscape.host);
  for (const { address } of (from.owner ?? source).member.service.extraHosts) {
    const pod = landscape.byAddress.get(address.replace(/^\[|\]$/g, '').toLowerCase());
    if (pod) pods.add(pod);
  }
  return pods;
}

/** A superset of who reaches the namespace or knows a name of it. */
function sourcesOf(landscape: Landscape, to: Pod): ReadonlySet<Pod> {
  const everyone = to.kind === 'host' || to.ingress.length > 0 || landscape.routed.includes(to);
  const addressed = to.endpoints.some((endpoint) => endpoint.addresses.length > 0);
  if (everyone || addressed) return new Set(landscape.pods);
  const pods = new Set<Pod>([to]);
  for (const endpoint of to.endpoints) for (const pod of landscape.podsOn.get(endpoint.engineName) ?? []) pods.add(pod);
  if (landscape.host !== undefined) pods.add(landscape.host);
  return pods;
}
