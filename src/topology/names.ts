/** The names that Compose and the Engine give to containers, and those they register for an endpoint. */
import { type Attachment, isUnknown, type Project, type Service } from '../compose/project.js';
import type { Scalar } from '../source/tree.js';
import type { EngineProfile } from './engine.js';

/** Enough to know the pattern; a hostile file may ask for millions of replicas. */
const MOST_REPLICAS = 100;

/** `undefined` where it hangs on a variable that is not set, or says nothing. */
export function knownText(scalar: Scalar | undefined): string | undefined {
  if (scalar === undefined || scalar.value === null || isUnknown(scalar)) return undefined;
  const text = String(scalar.value);
  return text === '' ? undefined : text;
}

/** The names of a service's containers. A swarm's are not known before they run. */
export function containerNames(project: Project, service: Service, engine: EngineProfile): readonly string[] {
  if (engine.mode === 'swarm' || service.provider) return [];
  if (service.containerName !== undefined) {
    const name = knownText(service.containerName);
    if (name !== undefined || isUnknown(service.containerName)) return name === undefined ? [] : [name];
  }
  const names: string[] = [];
  for (let number = 1; number <= Math.min(service.replicas, MOST_REPLICAS); number++)
    names.push(`${project.name}-${service.name}-${number}`);
  return names;
}

/** The aliases that `networks.NAME.aliases` lists. */
export function aliasesOf(attachment: Attachment | undefined): readonly string[] {
  return attachment && attachment.aliases.length > 0 ? sortedUnique(attachment.aliases.map(knownText)) : [];
}

/**
 * What the Engine's DNS knows an endpoint by on a user-defined network. `attachment` is `undefined` where
 * `network_mode` names the network: Compose then gives no aliases, the service's name among them.
 */
export function endpointNames(
  project: Project,
  service: Service,
  attachment: Attachment | undefined,
  engine: EngineProfile,
): readonly string[] {
  const hostname = knownText(service.hostname);
  if (engine.mode === 'swarm') {
    const stackName = `${project.name}_${service.name}`;
    return sortedUnique([service.name, stackName, `tasks.${service.name}`, ...aliasesOf(attachment), hostname]);
  }
  const names = [...containerNames(project, service, engine), hostname];
  const all = attachment === undefined ? names : [...names, service.name, ...aliasesOf(attachment)];
  // The dot at the end of a name is gone before it is looked for.
  return sortedUnique(all.filter((name) => name?.endsWith('.') !== true));
}

/**
 * Link aliases of a service and the container names they stand for, as Compose gives them to the Engine; of two links
 * with one alias the later counts. The number in an alias is that of the container that has the link.
 */
export function linkAliases(
  project: Project,
  find: (service: string) => Service | undefined,
  service: Service,
  engine: EngineProfile,
): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  if (engine.mode === 'swarm') return aliases;
  for (const link of service.links) {
    const target = find(link.target);
    const container = target && containerNames(project, target, engine).at(-1);
    if (container === undefined) continue;
    aliases.set(link.alias, container);
    for (let number = 1; number <= Math.min(service.replicas, MOST_REPLICAS); number++) {
      aliases.set(`${link.target}-${number}`, container);
      aliases.set(`${project.name}-${link.target}-${number}`, container);
    }
  }
  for (const link of service.externalLinks) aliases.set(link.alias, link.target);
  return aliases;
}

/** Each once. */
export function sortedNames(names: Iterable<string>): readonly string[] {
  const distinct = [...new Set(names)];
  return distinct.length < 2 ? distinct : distinct.sort(byCodeUnit);
}

function sortedUnique(names: readonly (string | undefined)[]): readonly string[] {
  return sortedNames(names.filter((name) => name !== undefined));
}

/** The one order of every list of names: by code unit, so that no locale changes it. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
