/** Volumes and host folders that several services mount: what one of them writes the others read. */
import { isUnknown, type Mount, type Project, type Service } from '../compose/project.js';
import type { Origin } from '../source/tree.js';
import { child, stringValue } from '../source/tree.js';
import { mountsEngineSocket } from './engine-socket.js';
import { byCodeUnit, sortedNames } from './names.js';
import type { Channel } from './topology.js';

interface Use {
  readonly service: string;
  readonly writes: boolean;
  readonly at: Origin;
}

/** One channel for each volume or host folder that somebody writes and somebody else mounts, sorted by what it is. */
export function volumeChannels(project: Project): readonly Channel[] {
  return sharedAmong(usesIn(project));
}

/** A project on a host with others. */
export interface Tenant {
  readonly project: Project;
  readonly nameOf: (service: string) => string;
}

/** The same of several projects on one host, of what services of more than one of them mount; by engine names. */
export function volumesAcross(tenants: readonly Tenant[]): readonly Channel[] {
  const uses = new Map<string, Use[]>();
  const projectsOf = new Map<string, Set<Project>>();
  for (const { project, nameOf } of tenants) {
    const engineNames = engineNamesOf(project);
    for (const [source, users] of usesIn(project)) {
      const engineName = engineNames.get(source) ?? source;
      if (engineName === '') continue;
      for (const use of users) add(uses, engineName, { ...use, service: nameOf(use.service) });
      projectsOf.set(engineName, (projectsOf.get(engineName) ?? new Set()).add(project));
    }
  }
  return sharedAmong(new Map([...uses].filter(([name]) => (projectsOf.get(name)?.size ?? 0) > 1)));
}

/** What the Engine calls volumes, by their keys; empty where the name hangs on a variable that is not set. */
export function engineNamesOf(project: Project): ReadonlyMap<string, string> {
  return new Map(
    project.volumes.map(({ key, engineName, tree }) => {
      const name = child(tree, 'name');
      return [key, name?.kind === 'scalar' && isUnknown(name) ? '' : engineName];
    }),
  );
}

function usesIn(project: Project): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  const services = new Map(project.services.map((service) => [service.name, service]));
  for (const service of project.services) {
    for (const [source, use] of usesOf(services, service)) add(uses, source, use);
  }
  return uses;
}

function add(uses: Map<string, Use[]>, source: string, use: Use): void {
  const known = uses.get(source);
  if (known) known.push(use);
  else uses.set(source, [use]);
}

function sharedAmong(uses: ReadonlyMap<string, readonly Use[]>): readonly Channel[] {
  const channels: Channel[] = [];
  for (const [source, users] of [...uses].sort(([a], [b]) => byCodeUnit(a, b))) {
    const from = sortedNames(users.filter((use) => use.writes).map((use) => use.service));
    const to = sortedNames(users.map((use) => use.service));
    if (from.length === 0 || to.length < 2) continue;
    channels.push({
      kind: 'shared-volume',
      from,
      to,
      host: false,
      through: source,
      evidence: users.map(({ service, writes, at }) => ({
        text: `${service} mounts ${source}${writes ? '' : ' for reading only'}`,
        at,
      })),
    });
  }
  return channels;
}

/** By volume key or host path; a service that mounts one several times is listed for the mount that allows most. */
function usesOf(services: ReadonlyMap<string, Service>, service: Service): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  const note = (mount: Mount, readOnly: boolean, at: Origin) => {
    if (mount.source === '' || mount.unknownSource || mountsEngineSocket(mount)) return;
    if (mount.type !== 'volume' && mount.type !== 'bind') return;
    const writes = !mount.readOnly && !readOnly;
    if (!uses.get(mount.source)?.writes) uses.set(mount.source, { service: service.name, writes, at });
  };
  for (const mount of service.volumes) note(mount, false, mount.at);
  for (const { mounts, readOnly, at } of inherited(services, service)) {
    for (const mount of mounts) note(mount, readOnly, at);
  }
  return uses;
}

/** `volumes_from`: the mounts of another service, by default as that one has them. Those of `container:NAME` are not known. */
function* inherited(
  services: ReadonlyMap<string, Service>,
  service: Service,
): Generator<{ readonly mounts: readonly Mount[]; readonly readOnly: boolean; readonly at: Origin }> {
  const list = child(service.tree, 'volumes_from');
  for (const item of list?.kind === 'sequence' ? list.items : []) {
    const text = stringValue(item) ?? '';
    const [name = '', mode] = text.split(':');
    const source = text.startsWith('container:') ? undefined : services.get(name);
    if (source) yield { mounts: source.volumes, readOnly: mode === 'ro', at: item.at };
  }
}
