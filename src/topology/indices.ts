/** A topology's members and namespaces by what they are often asked for, put in order once. */
import type { Member, Namespace, Topology } from './topology.js';

interface Indices {
  readonly membersBySegment: ReadonlyMap<string, readonly Member[]>;
  readonly namespaces: ReadonlyMap<string, Namespace>;
}

const known = new WeakMap<Topology, Indices>();

/** The members attached to each segment, by engine name, each once, in the order of the files. */
export function membersBySegment(topology: Topology): ReadonlyMap<string, readonly Member[]> {
  return indicesOf(topology).membersBySegment;
}

export function namespaceOf(topology: Topology, { namespace }: Member): Namespace | undefined {
  return indicesOf(topology).namespaces.get(namespace);
}

function indicesOf(topology: Topology): Indices {
  const made = known.get(topology) ?? {
    membersBySegment: bySegment(topology),
    // Of two with one name, which nothing but a service called `host` can bring about, the first.
    namespaces: new Map(topology.namespaces.toReversed().map((namespace) => [namespace.id, namespace])),
  };
  known.set(topology, made);
  return made;
}

function bySegment(topology: Topology): ReadonlyMap<string, readonly Member[]> {
  const found = new Map<string, Member[]>();
  for (const member of topology.members.values()) {
    for (const { engineName } of member.endpoints) {
      const members = found.get(engineName);
      if (members) members.push(member);
      else found.set(engineName, [member]);
    }
  }
  return found;
}
