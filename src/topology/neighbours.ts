/** What the flows of a project ask about the projects that share networks with it. */
import { onlyProxies, type Router } from './flows/labels.js';
import { inhabitantOf, nameOf, type Pod } from './landscape.js';
import type { Role, Topology } from './topology.js';

export interface Neighbours {
  /** The role of a service of another project, which is called `PROJECT/SERVICE`; `undefined` for any other name. */
  readonly roleOf: (name: string) => Role | undefined;
  /** Proxies of other projects that read labels of this one. */
  readonly proxies: readonly NeighbourProxy[];
}

export interface NeighbourProxy {
  readonly name: string;
  readonly router: Router;
  /** Whether it is on a network with a service of the project: it is behind no other proxy that it has a label for. */
  readonly meets: (service: string) => boolean;
}

export const NO_NEIGHBOURS: Neighbours = { roleOf: () => undefined, proxies: [] };

/** For each of the projects that share networks. */
export function neighboursIn(group: readonly Topology[]): (topology: Topology) => Neighbours {
  if (group.length < 2) return () => NO_NEIGHBOURS;
  const proxies = onlyProxies(group.map(({ project }) => project)).flatMap(({ router, position, service }) => {
    const home = group[position];
    const inhabitant = home && inhabitantOf(home, service);
    return inhabitant ? [{ router, inhabitant }] : [];
  });
  return (topology) => ({
    roleOf: (name) => {
      const found = topology.members.has(name) ? undefined : inhabitantOf(topology, name);
      return found?.member.role.role;
    },
    proxies: proxies
      .filter(({ inhabitant }) => inhabitant.topology !== topology)
      .map(({ router, inhabitant }) => ({
        name: nameOf(topology, inhabitant),
        router,
        meets: (service) => haveNetwork(inhabitant.pod, inhabitantOf(topology, service)?.pod),
      })),
  });
}

function haveNetwork(one: Pod, other: Pod | undefined): boolean {
  return one.endpoints.some(({ engineName }) => other?.onSegment.has(engineName));
}
