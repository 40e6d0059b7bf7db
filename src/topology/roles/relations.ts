/** What the others say about a service's role: who waits for its end, what it depends on, who stands before it. */
import type { Project, Service } from '../../compose/project.js';
import type { Role } from '../topology.js';
import { type Observation, observe, STORE_ROLES } from './observation.js';
import { LIFE_WEIGHTS, namesDatabase } from './signals.js';

/** Roles as far as each service's own words tell. */
export type FirstRoles = ReadonlyMap<string, Role>;

const BACKEND_NAME = /(?:^|[-_.])(?:api|backend|back-end|server)(?:$|[-_.0-9])/i;

/** Observations that need the other services, by service name. */
export function relationObservations(
  project: Project,
  roles: FirstRoles,
  own: ReadonlyMap<string, readonly Observation[]>,
): ReadonlyMap<string, readonly Observation[]> {
  const found = new Map<string, Observation[]>();
  const add = (name: string, observation: Observation): void => {
    const list = found.get(name);
    if (list) list.push(observation);
    else found.set(name, [observation]);
  };
  for (const { dependsOn } of project.services) {
    for (const { service, condition, at } of dependsOn) {
      if (condition === 'service_completed_successfully')
        add(service, observe('relation', 'other', LIFE_WEIGHTS.completed, 'others wait for its end', at));
    }
  }
  for (const { service, sibling } of workersOf(project, roles, own))
    add(service.name, observe('relation', 'worker', 4, `runs the image of \`${sibling.name}\``, service.at));
  const edges = project.services.filter((service) => roles.get(service.name) === 'edge').length;
  for (const service of project.services) {
    const role = roles.get(service.name);
    if (role === 'edge')
      for (const observation of edgeObservations(service, roles, edges, own.get(service.name) ?? []))
        add(service.name, observation);
    const saysFrontend = own.get(service.name)?.some((observation) => observation.role === 'frontend') ?? false;
    if (saysFrontend && (role === 'frontend' || role === 'app'))
      for (const observation of interfaceObservations(project, service, roles)) add(service.name, observation);
  }
  return found;
}

/**
 * Services that run the image of an application beside it, under a name or with a command of a worker: `queue` of one image
 * with `web` is no second application.
 */
function workersOf(
  project: Project,
  roles: FirstRoles,
  own: ReadonlyMap<string, readonly Observation[]>,
): readonly { readonly service: Service; readonly sibling: Service }[] {
  const soundsLikeOne = ({ name }: Service) => own.get(name)?.some(({ role }) => role === 'worker') ?? false;
  const plain = new Map<string, Service>();
  const candidates: Service[] = [];
  for (const service of project.services) {
    if (roles.get(service.name) !== 'app' || typeof service.image?.value !== 'string') continue;
    if (!soundsLikeOne(service)) plain.set(service.image.value, plain.get(service.image.value) ?? service);
    else if (service.ports.length === 0) candidates.push(service);
  }
  return candidates.flatMap((service) => {
    const sibling = plain.get(String(service.image?.value));
    return sibling ? [{ service, sibling }] : [];
  });
}

/** A web server with nothing behind it, or with a proxy before it, serves pages; one before applications is the edge. */
function edgeObservations(
  service: Service,
  roles: FirstRoles,
  edges: number,
  own: readonly Observation[],
): readonly Observation[] {
  const found: Observation[] = [];
  const before = [...service.dependsOn, ...service.links.map((link) => ({ service: link.target, at: link.at }))].find(
    (target) => ['app', 'frontend'].includes(roles.get(target.service) ?? ''),
  );
  if (before) found.push(observe('relation', 'edge', 1.5, `stands before \`${before.service}\``, before.at));
  const proxied =
    service.labels.find((label) => /^traefik\.(?:http\.|enable$|frontend\.)|^caddy/i.test(label.name)) ??
    service.environment.find((variable) => variable.name === 'VIRTUAL_HOST');
  // The proxy may be that of another project; who is called after one and publishes nothing is behind it.
  const isCalledSo = own.every(({ role, source }) => role !== 'edge' || source === 'name');
  if (proxied && (edges > 1 || (isCalledSo && service.ports.length === 0)))
    found.push(observe('relation', 'frontend', 5, `\`${proxied.name}\` puts it behind a proxy`, proxied.at));
  return found;
}

/** An interface has no store of its own and stands beside the services that have. */
function interfaceObservations(project: Project, service: Service, roles: FirstRoles): readonly Observation[] {
  const client = service.environment.find((variable) => namesDatabase(variable.name));
  if (client) return [observe('relation', 'app', 3, `\`${client.name}\` names a database`, client.at)];
  const targets = [
    ...service.dependsOn.filter(({ implied }) => !implied),
    ...service.links.map((link) => ({ service: link.target, at: link.at })),
  ];
  const store = targets.find((target) => roles.get(target.service) === 'database');
  if (store) return [observe('relation', 'app', 2.5, `needs \`${store.service}\``, store.at)];
  if (targets.some((target) => STORE_ROLES.has(roles.get(target.service) ?? 'other'))) return [];
  if (BACKEND_NAME.test(service.name)) return [];
  const others = project.services.filter((other) => other !== service && roles.get(other.name) === 'app');
  const beside = others.some((other) => BACKEND_NAME.test(other.name)) || others.length > 2;
  return beside ? [observe('relation', 'frontend', 1.5, 'stands beside a backend', service.at)] : [];
}
