/** Which top-level resources the running services use: Compose prints no others. */
import type { Mapping, Tree } from '../../source/tree.js';
import { child, stringValue } from '../../source/tree.js';
import type { Project } from '../project.js';

const USERS: Readonly<Record<string, (service: Mapping) => readonly string[]>> = {
  networks: (service) => keys(child(service, 'networks')),
  volumes: (service) =>
    items(child(service, 'volumes'))
      .filter((mount) => stringValue(child(mount, 'type')) === 'volume')
      .flatMap(sourceOf),
  secrets: (service) =>
    [...items(child(service, 'secrets')), ...items(child(child(service, 'build'), 'secrets'))].flatMap(sourceOf),
  configs: (service) => items(child(service, 'configs')).flatMap(sourceOf),
};

export function usedResources(project: Project, section: string, resources: Tree | undefined): Tree | undefined {
  const users = USERS[section];
  if (resources?.kind !== 'mapping' || !users) return resources;
  const used = new Set(project.services.flatMap(({ tree }) => users(tree)));
  return { ...resources, entries: new Map([...resources.entries].filter(([name]) => used.has(name))) };
}

function keys(tree: Tree | undefined): readonly string[] {
  return tree?.kind === 'mapping' ? [...tree.entries.keys()] : [];
}

function items(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === 'sequence' ? tree.items : [];
}

function sourceOf(tree: Tree): readonly string[] {
  const source = stringValue(child(tree, 'source'));
  return source ? [source] : [];
}
