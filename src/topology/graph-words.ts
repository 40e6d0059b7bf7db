/** What the services and networks of several projects are called where one of them, the first, is the one to speak. */
import { inhabitantOf, projectLabel } from './landscape.js';
import type { Topology } from './topology.js';

type Say = (text: string) => string;

/** How a graph writes what one project calls something. */
export interface Words {
  readonly project: string;
  readonly service: Say;
  /** By its key. */
  readonly network: Say;
  readonly engineName: Say;
  readonly namespace: Say;
  /** A text that is no name of a service or a network. */
  readonly shown: Say;
}

export interface Spoken {
  readonly topology: Topology;
  readonly words: Words;
}

/** The first project's names are as it has them; those of the others are `PROJECT/NAME`, but for networks that they share with a project before them. */
export function inProjects(topologies: readonly Topology[], shown: Say): readonly Spoken[] {
  const labels = labelsOf(topologies);
  const prefixes = new Map(
    topologies.map((topology, index) => [topology, index === 0 ? '' : `${labels.get(topology)}/`]),
  );
  const keys = new Map<string, string>();
  for (const topology of topologies) {
    for (const [engineName, { key }] of topology.segments) {
      if (!keys.has(engineName)) keys.set(engineName, `${prefixes.get(topology)}${key}`);
    }
  }
  return topologies.map((topology) => {
    const prefix = prefixes.get(topology) ?? '';
    const engineNames = new Map([...topology.segments].map(([engineName, { key }]) => [key, engineName]));
    const service: Say = (name) => {
      if (topology.members.has(name)) return shown(`${prefix}${name}`);
      const found = inhabitantOf(topology, name);
      const other = found && prefixes.get(found.topology);
      return shown(other === undefined ? name : `${other}${found?.member.service.name}`);
    };
    const words: Words = {
      project: shown(labels.get(topology) ?? topology.project.name),
      service,
      network: (key) => shown(keys.get(engineNames.get(key) ?? '') ?? `${prefix}${key}`),
      engineName: (name) => shown(keys.get(name) ?? name),
      namespace: (id) => {
        if (topology.members.has(id)) return service(id);
        return id.startsWith(ALONE) ? `${ALONE}${service(id.slice(ALONE.length))}` : shown(id);
      },
      shown,
    };
    return { topology, words };
  });
}

/** How the namespace of a service without a network begins. */
const ALONE = 'none:';

/** Projects that share networks have labels among themselves, which other projects may not have again. */
function labelsOf(topologies: readonly Topology[]): ReadonlyMap<Topology, string> {
  const labels = new Map<Topology, string>();
  const taken = new Set<string>();
  const group = topologies[0]?.group;
  for (const topology of topologies) {
    const grouped = topology.group !== undefined && topology.group === group;
    let label = grouped ? projectLabel(topology) : topology.project.name;
    for (let copy = 2; taken.has(label); copy++) label = `${topology.project.name}#${copy}`;
    taken.add(label);
    labels.set(topology, label);
  }
  return labels;
}
