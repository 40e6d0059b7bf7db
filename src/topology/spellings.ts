/** Names as the projects write them that no endpoint need have in that spelling, and that the Engine answers to all the same. */
import type { Landscape } from './landscape.js';
import { containerNames, knownText } from './names.js';

const known = new WeakMap<Landscape, readonly string[]>();

/**
 * What is written in more than one way but for its case (the Engine's DNS does not look at it), and what reads as a
 * name on a network (`NAME.NETWORK`).
 */
export function otherSpellings(landscape: Landscape): readonly string[] {
  const before = known.get(landscape);
  if (before !== undefined) return before;
  const words = new Set(wordsOf(landscape));
  const lastOf = new Map([...words].map((word) => [word.toLowerCase(), word]));
  const twins = new Set([...words].filter((word) => lastOf.get(word.toLowerCase()) !== word).map(lowerCase));
  const found = [...words].filter((word) => twins.has(lowerCase(word)) || namesNetwork(landscape, word));
  known.set(landscape, found);
  return found;
}

function lowerCase(word: string): string {
  return word.toLowerCase();
}

function* wordsOf({ pods, engine }: Landscape): Generator<string> {
  for (const { inhabitants, endpoints } of pods) {
    for (const { topology, member } of inhabitants) {
      const { service } = member;
      yield service.name;
      yield* containerNames(topology.project, service, engine);
      const hostname = knownText(service.hostname);
      if (hostname !== undefined) yield hostname;
      for (const { alias } of [...service.links, ...service.externalLinks]) yield alias;
      for (const { host } of service.extraHosts) yield host;
    }
    for (const { aliases } of endpoints) yield* aliases;
  }
}

function namesNetwork({ segments }: Landscape, word: string): boolean {
  for (let dot = word.indexOf('.'); dot >= 0; dot = word.indexOf('.', dot + 1)) {
    if (segments.has(word.slice(dot + 1))) return true;
  }
  return false;
}
