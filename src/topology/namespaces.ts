/** Whose network namespace a service's containers live in: their own, another's, the host's or none. */
import { isUnknown, type Network, type Project, type Service } from '../compose/project.js';
import type { EngineProfile } from './engine.js';
import { containerNames } from './names.js';

/** The owner of a namespace. `project` is a place in the list of projects. */
export type Owner =
  | {
      readonly kind: 'service';
      readonly project: number;
      readonly service: string;
      /** The container's name, where that is how it was found. */
      readonly container?: string;
    }
  | { readonly kind: 'host' }
  /** No network: asked for, or nothing runs. */
  | { readonly kind: 'none' }
  /** A container that no given project declares. */
  | { readonly kind: 'container'; readonly name: string };

const HOST: Owner = { kind: 'host' };
const NONE: Owner = { kind: 'none' };

/** `network_mode` as it counts: `docker stack deploy` ignores it. */
export function networkModeOf(service: Service, engine: EngineProfile): string | undefined {
  if (engine.mode === 'swarm' || service.networkMode === undefined) return undefined;
  const mode = String(service.networkMode.value ?? '');
  return mode === '' ? undefined : mode;
}

/** For each project its services' owners. */
export function ownersOf(projects: readonly Project[], engine: EngineProfile): readonly ReadonlyMap<string, Owner>[] {
  const steps = projects.map((project, index) => firstSteps(project, index, engine));
  const joinsContainers = steps.some((targets) => [...targets.values()].some((target) => target.kind === 'container'));
  const containers = joinsContainers ? containersOf(projects, engine) : new Map<string, Place>();
  const ends: Ends = new Map();
  return projects.map((project, index) => {
    const ownerOf = (service: string) => follow(steps, containers, ends, { project: index, service });
    return new Map(project.services.map((service) => [service.name, ownerOf(service.name)]));
  });
}

/** Where a service's own `network_mode` points, one step. */
type Target = Owner | { readonly kind: 'mode'; readonly project: number; readonly service: string };

function firstSteps(project: Project, index: number, engine: EngineProfile): ReadonlyMap<string, Target> {
  const builtIn = new Map(project.networks.filter(isBuiltIn).map(({ key, engineName }) => [key, engineName]));
  return new Map(
    project.services.map((service): [string, Target] => {
      const own: Owner = { kind: 'service', project: index, service: service.name };
      if (service.provider || service.replicas === 0) return [service.name, NONE];
      const mode = networkModeOf(service, engine);
      if (mode === undefined) {
        const joined = new Set(service.networks.flatMap(({ network }) => builtIn.get(network) ?? []));
        return [service.name, joined.has('host') ? HOST : joined.has('none') ? NONE : own];
      }
      if (isUnknown(service.networkMode) || mode === 'none' || mode === 'disabled') return [service.name, NONE];
      if (mode === 'host') return [service.name, HOST];
      if (mode.startsWith('service:')) {
        return [service.name, { kind: 'mode', project: index, service: mode.slice('service:'.length) }];
      }
      if (mode.startsWith('container:')) {
        return [service.name, { kind: 'container', name: mode.slice('container:'.length) }];
      }
      return [service.name, own];
    }),
  );
}

function isBuiltIn({ external, engineName }: Network): boolean {
  return external && (engineName === 'host' || engineName === 'none');
}

interface Place {
  readonly project: number;
  readonly service: string;
}

/** Where each target leads in the end. */
type Ends = Map<Target, Owner>;

/** Follows `service:` and `container:` to the end; a circle ends nowhere. Each target is followed once. */
function follow(
  steps: readonly ReadonlyMap<string, Target>[],
  containers: ReadonlyMap<string, Place>,
  ends: Ends,
  start: Place,
): Owner {
  const way = new Set<Target>();
  let target = steps[start.project]?.get(start.service);
  while (target && !ends.has(target) && !way.has(target)) {
    way.add(target);
    const next =
      target.kind === 'container' ? containers.get(target.name) : target.kind === 'mode' ? target : undefined;
    if (next === undefined) break;
    target = steps[next.project]?.get(next.service);
  }
  let end = target === undefined ? NONE : (ends.get(target) ?? (isLast(target, containers) ? target : NONE));
  for (const passed of [...way].reverse()) {
    if (passed.kind === 'container' && end.kind === 'service')
      end = { ...end, container: end.container ?? passed.name };
    ends.set(passed, end);
  }
  return end;
}

/** Whether nothing is to be followed from here. */
function isLast(target: Target, containers: ReadonlyMap<string, Place>): target is Owner {
  return target.kind !== 'mode' && !(target.kind === 'container' && containers.has(target.name));
}

function containersOf(projects: readonly Project[], engine: EngineProfile): ReadonlyMap<string, Place> {
  const containers = new Map<string, Place>();
  projects.forEach((project, index) => {
    for (const service of project.services) {
      for (const name of containerNames(project, service, engine)) {
        if (!containers.has(name)) containers.set(name, { project: index, service: service.name });
      }
    }
  });
  return containers;
}
