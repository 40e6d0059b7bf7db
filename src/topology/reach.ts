/** Who can open a connection to whom, or resolve a name of whom: for a pair, for one side, or for all, on demand. */
import { directoryOf, inhabitantsOf } from './directory.js';
import { type Inhabitant, inhabitantOf, type Landscape, landscapeOf, nameOf, type Pod, podAt } from './landscape.js';
import { namesBetween } from './resolve.js';
import type { Reach, Topology } from './topology.js';
import { viasBetween } from './vias.js';

/** `undefined` where there is no connection and no name, or no such service. From a service to itself: what its own namespace allows. */
export function reachBetween(topology: Topology, from: string, to: string): Reach | undefined {
  const source = inhabitantOf(topology, from);
  const target = inhabitantOf(topology, to);
  return source && target && row(topology, source, target);
}

/** Whether there is a connection, whatever the names. */
export function reaches(topology: Topology, from: string, to: string): boolean {
  const source = inhabitantOf(topology, from);
  const target = inhabitantOf(topology, to);
  return source && target ? viasBetween(landscapeOf(topology), source.pod, target.pod).length > 0 : false;
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
  if (source) yield* rowsFrom(topology, source);
}

function* rowsFrom(topology: Topology, source: Inhabitant): Generator<Reach> {
  const foreign = source.topology.project !== topology.project;
  for (const target of inhabitantsOf(topology, targetsOf(landscapeOf(topology), source))) {
    if (target === source || (foreign && target.topology.project !== topology.project)) continue;
    const found = row(topology, source, target);
    if (found) yield found;
  }
}

/** Who reaches a service, sorted by name. */
export function* reachTo(topology: Topology, to: string): Generator<Reach> {
  const target = inhabitantOf(topology, to);
  if (target === undefined) return;
  for (const source of inhabitantsOf(topology, sourcesOf(landscapeOf(topology), target.pod))) {
    const found = source === target ? undefined : row(topology, source, target);
    if (found) yield found;
  }
}

/** A row for each ordered pair in which a service of the project takes part, sorted by `from`, then `to`. */
export function* reachRows(topology: Topology): Generator<Reach> {
  for (const source of directoryOf(topology).entries) yield* rowsFrom(topology, source);
}

/** A superset of what the namespace reaches or knows by name. */
function targetsOf(landscape: Landscape, source: Inhabitant): ReadonlySet<Pod> {
  const from = source.pod;
  const pods = new Set<Pod>([from]);
  for (const endpoint of from.endpoints)
    for (const pod of landscape.podsOn.get(endpoint.engineName) ?? []) pods.add(pod);
  if (from.kind === 'host') for (const pod of landscape.pods) pods.add(pod);
  if (from.hostward.length > 0) {
    for (const pod of landscape.publishers) pods.add(pod);
    for (const pod of landscape.routed) pods.add(pod);
  }
  if (landscape.host !== undefined) pods.add(landscape.host);
  for (const { address } of (from.owner ?? source).member.service.extraHosts) {
    const pod = podAt(landscape, address);
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
