/** What the others say about a service's role: who waits for its end, what it depends on, who stands before it. */
import type { Project, Service } from '../compose/project.js';
import type { Observation } from './role-observations.js';
import { DATABASE_CLIENT, LIFE_WEIGHTS } from './role-signals.js';
import type { Role } from './topology.js';

/** Roles as far as each service's own words tell. */
export type FirstRoles = ReadonlyMap<string, Role>;

const DATA_ROLES: ReadonlySet<Role> = new Set<Role>(['database', 'cache', 'queue', 'storage']);

const BACKEND_NAME = /(?:^|[-_.])(?:api|backend|back-end|server)(?:$|[-_.0-9])/i;

/** Observations that need the other services, by service name. */
export function relationObservations(project: Project, roles: FirstRoles): ReadonlyMap<string, readonly Observation[]> {
  const found = new Map<string, Observation[]>();
  const add = (name: string, observation: Observation): void => {
    const list = found.get(name);
    if (list) list.push(observation);
    else found.set(name, [observation]);
  };
  for (const { dependsOn } of project.services) {
    for (const { service, condition, at } of dependsOn) {
      if (condition === 'service_completed_successfully')
        add(service, relation('other', LIFE_WEIGHTS.completed, 'others wait for its end', at));
    }
  }
  const backend = project.services.some((service) => BACKEND_NAME.test(service.name));
  const edges = project.services.filter((service) => roles.get(service.name) === 'edge').length;
  for (const service of project.services) {
    const role = roles.get(service.name);
    if (role === 'edge')
      for (const observation of edgeObservations(service, roles, edges)) add(service.name, observation);
    if (role === 'frontend')
      for (const observation of interfaceObservations(service, roles, backend)) add(service.name, observation);
  }
  return found;
}

function relation(role: Role, weight: number, text: string, at: Observation['evidence']['at']): Observation {
  return { source: 'relation', role, weight, evidence: { text, at } };
}

/** A web server with nothing behind it, or with a proxy before it, serves pages; one before applications is the edge. */
function edgeObservations(service: Service, roles: FirstRoles, edges: number): readonly Observation[] {
  const found: Observation[] = [];
  const before = [...service.dependsOn, ...service.links.map((link) => ({ service: link.target, at: link.at }))].find(
    (target) => ['app', 'frontend'].includes(roles.get(target.service) ?? ''),
  );
  if (before) found.push(relation('edge', 1.5, `stands before \`${before.service}\``, before.at));
  const proxied =
    service.labels.find((label) => /^traefik\.(?:http\.|enable$|frontend\.)|^caddy/i.test(label.name)) ??
    service.environment.find((variable) => variable.name === 'VIRTUAL_HOST');
  if (proxied && edges > 1)
    found.push(relation('frontend', 4, `\`${proxied.name}\` puts it behind a proxy`, proxied.at));
  return found;
}

/** An interface has no store of its own and stands beside the service that has. */
function interfaceObservations(service: Service, roles: FirstRoles, backend: boolean): readonly Observation[] {
  const client = service.environment.find((variable) => DATABASE_CLIENT.test(variable.name));
  if (client) return [relation('app', 3, `\`${client.name}\` names a database`, client.at)];
  const targets = [
    ...service.dependsOn.filter(({ implied }) => !implied),
    ...service.links.map((link) => ({ service: link.target, at: link.at })),
  ];
  const store = targets.find((target) => roles.get(target.service) === 'database');
  if (store) return [relation('app', 2.5, `needs \`${store.service}\``, store.at)];
  const data = targets.some((target) => DATA_ROLES.has(roles.get(target.service) ?? 'other'));
  if (!backend || data || BACKEND_NAME.test(service.name)) return [];
  return [relation('frontend', 1.5, 'stands beside a backend', service.at)];
}
