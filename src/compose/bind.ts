/** From the canonical tree to a `Project`. Reads what fits and passes over the rest: what is wrong was reported before. */
import type { Entry, Mapping, Tree } from '../source/tree.js';
import { child, stringValue } from '../source/tree.js';
import type { Network, Resource, Service } from './project.js';
import { keyValues } from './service-environment.js';

/** The top-level sections of a tree, for the services that run. */
export interface Sections {
  readonly networks: readonly Network[];
  readonly volumes: readonly Resource[];
  readonly secrets: readonly Resource[];
  readonly configs: readonly Resource[];
}

export function bindSections(tree: Mapping, projectName: string, services: readonly Service[]): Sections {
  return {
    networks: [...declaredNetworks(tree, projectName), ...undeclaredNetworks(tree, projectName, services)],
    volumes: resources(tree, 'volumes', projectName),
    secrets: resources(tree, 'secrets', projectName),
    configs: resources(tree, 'configs', projectName),
  };
}

function sectionEntries(tree: Mapping, name: string): readonly Entry[] {
  const section = child(tree, name);
  return section?.kind === 'mapping' ? [...section.entries.values()] : [];
}

function declaredNetworks(tree: Mapping, projectName: string): readonly Network[] {
  return sectionEntries(tree, 'networks').map((entry) => ({
    internal: isTrue(child(entry.value, 'internal'), false),
    enableIpv4: isTrue(child(entry.value, 'enable_ipv4'), true),
    enableIpv6: isTrue(child(entry.value, 'enable_ipv6'), false),
    driver: stringValue(child(entry.value, 'driver')) ?? '',
    driverOptions: keyValues(child(entry.value, 'driver_opts')),
    labels: keyValues(child(entry.value, 'labels')),
    declared: true,
    // V8 sets every property behind a spread by a call of its runtime.
    ...resource(entry, projectName),
  }));
}

/** Networks that services use and no file declares: another file of the author's must. */
function undeclaredNetworks(tree: Mapping, projectName: string, services: readonly Service[]): readonly Network[] {
  const known = new Set(sectionEntries(tree, 'networks').map(({ name }) => name));
  const found: Network[] = [];
  for (const { networks } of services) {
    for (const { network, at } of networks) {
      if (known.has(network)) continue;
      known.add(network);
      found.push({
        key: network,
        engineName: `${projectName}_${network}`,
        at,
        tree: undefined,
        external: false,
        internal: false,
        enableIpv4: true,
        enableIpv6: false,
        driver: '',
        driverOptions: [],
        labels: [],
        declared: false,
      });
    }
  }
  return found;
}

function resources(tree: Mapping, section: string, projectName: string): readonly Resource[] {
  return sectionEntries(tree, section).map((entry) => resource(entry, projectName));
}

function resource({ name, at, value }: Entry, projectName: string): Resource {
  const external = isTrue(child(value, 'external'), false);
  const engineName = stringValue(child(value, 'name')) ?? (external ? name : `${projectName}_${name}`);
  return { key: name, at, engineName, external, tree: value.kind === 'mapping' ? value : undefined };
}

function isTrue(tree: Tree | undefined, absent: boolean): boolean {
  return tree?.kind === 'scalar' && typeof tree.value === 'boolean' ? tree.value : absent;
}
