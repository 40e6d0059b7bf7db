/** Ways around the network from one project into another: volumes of both, and the API of the engine on a common network. */
import { socketProxiesOf } from './channels.js';
import { inhabitantOf, landscapeOf, nameOf } from './landscape.js';
import { sortedNames } from './names.js';
import type { Channel, Topology } from './topology.js';
import { engineNamesOf, volumesAcross } from './volumes.js';

/** Of the projects of a group; services are named as the given one names them, volumes as the Engine does. */
export function channelsAcross(topology: Topology): readonly Channel[] {
  const { group = [] } = topology;
  const tenants = group.map((each) => ({
    project: each.project,
    nameOf: (service: string) => named(topology, each, service),
  }));
  return [...group.flatMap((each) => proxiesAcross(topology, each)), ...volumesAcross(tenants)];
}

/** Those of a project, without the volumes of which `across` tells more. */
export function ownChannels(topology: Topology, across: readonly Channel[]): readonly Channel[] {
  const volumes = new Set(across.flatMap(({ kind, through }) => (kind === 'shared-volume' ? [through] : [])));
  if (volumes.size === 0) return topology.channels;
  const engineNames = engineNamesOf(topology.project);
  return topology.channels.filter(
    ({ kind, through }) => kind !== 'shared-volume' || !volumes.has(engineNames.get(through) ?? through),
  );
}

/** Everybody of another project who can open the proxy's port. */
function proxiesAcross(topology: Topology, owner: Topology): readonly Channel[] {
  const { podsOn, segments } = landscapeOf(topology);
  return socketProxiesOf(owner.project).flatMap(({ service, evidence }): readonly Channel[] => {
    const peers = new Set<string>();
    for (const { engineName } of owner.members.get(service.name)?.endpoints ?? []) {
      if (!segments.get(engineName)?.icc) continue;
      for (const { inhabitants } of podsOn.get(engineName) ?? []) {
        for (const peer of inhabitants) if (peer.topology !== owner) peers.add(nameOf(topology, peer));
      }
    }
    if (peers.size === 0) return [];
    const through = named(topology, owner, service.name);
    return [{ kind: 'socket-proxy', from: sortedNames(peers), to: [], host: true, through, evidence }];
  });
}

function named(topology: Topology, owner: Topology, service: string): string {
  const inhabitant = inhabitantOf(owner, service);
  return inhabitant ? nameOf(topology, inhabitant) : service;
}
