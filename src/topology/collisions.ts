/** Names that do not say for certain whom they mean. */
import { landscapeOf, nameOf, type Pod } from './landscape.js';
import { byCodeUnit, sortedNames } from './names.js';
import type { Topology } from './topology.js';

/** A name that several services answer to on one network: who gets the connection is up to chance. */
export interface Collision {
  readonly name: string;
  readonly engineName: string;
  /** At least two, sorted. */
  readonly services: readonly string[];
}

/** Sorted by network, then name; names in lower case, as the Engine compares them. `on`: of which networks, by engine name. */
export function nameCollisions(
  topology: Topology,
  on: (engineName: string) => boolean = () => true,
): readonly Collision[] {
  const collisions: Collision[] = [];
  const { namesOn } = landscapeOf(topology);
  for (const engineName of [...topology.segments.keys()].filter(on).sort(byCodeUnit)) {
    const names = [...(namesOn.get(engineName) ?? [])].filter(([, pods]) => pods.length > 1);
    for (const [name, pods] of names.sort(([a], [b]) => byCodeUnit(a, b))) {
      collisions.push({ name, engineName, services: owners(topology, pods) });
    }
  }
  return collisions;
}

/** A name that means one service on one of the asker's networks and another one on the next: the first network wins. */
export interface Shadow {
  readonly asker: string;
  readonly name: string;
  /** In the order in which the Engine asks the networks. */
  readonly answers: readonly { readonly engineName: string; readonly services: readonly string[] }[];
}

/** For each of the project's services on several networks, sorted by asker, then name. */
export function* shadowedNames(topology: Topology): Generator<Shadow> {
  const { namesOn } = landscapeOf(topology);
  const ambiguous = ambiguousNames(namesOn);
  for (const asker of [...topology.members.keys()].sort(byCodeUnit)) {
    const endpoints = topology.members.get(asker)?.endpoints ?? [];
    const candidates = new Set(endpoints.flatMap(({ engineName }) => ambiguous.get(engineName) ?? []));
    for (const name of [...candidates].sort(byCodeUnit)) {
      const found = endpoints.flatMap(({ engineName }) => {
        const pods = namesOn.get(engineName)?.get(name);
        return pods === undefined ? [] : [{ engineName, pods }];
      });
      const [first] = found;
      if (first === undefined || found.every(({ pods }) => sameSet(pods, first.pods))) continue;
      const answers = found.map(({ engineName, pods }) => ({ engineName, services: owners(topology, pods) }));
      yield { asker, name, answers };
    }
  }
}

/** By engine name: the names that stand for other services on another network. */
function ambiguousNames(
  namesOn: ReadonlyMap<string, ReadonlyMap<string, readonly Pod[]>>,
): ReadonlyMap<string, readonly string[]> {
  const first = new Map<string, readonly Pod[]>();
  const ambiguous = new Set<string>();
  for (const names of namesOn.values()) {
    for (const [name, pods] of names) {
      const known = first.get(name);
      if (known === undefined) first.set(name, pods);
      else if (!sameSet(known, pods)) ambiguous.add(name);
    }
  }
  const byEngineName = new Map<string, readonly string[]>();
  for (const [engineName, names] of namesOn) {
    byEngineName.set(
      engineName,
      [...names.keys()].filter((name) => ambiguous.has(name)),
    );
  }
  return byEngineName;
}

function owners(topology: Topology, pods: readonly Pod[]): readonly string[] {
  return sortedNames(pods.flatMap((pod) => (pod.owner === undefined ? [] : [nameOf(topology, pod.owner)])));
}

/** Both are in the order of the landscape. */
function sameSet(a: readonly Pod[], b: readonly Pod[]): boolean {
  return a.length === b.length && a.every((pod, index) => pod === b[index]);
}
