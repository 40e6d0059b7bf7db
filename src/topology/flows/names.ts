/** To whom the name of a host belongs, seen from a service. */
import type { Project, Service } from '../../compose/project.js';
import { DEFAULT_ENGINE } from '../engine.js';
import { containerNames, knownText } from '../names.js';

/** The service that answers to a name which a consumer uses; `undefined` where none does. */
export type NameResolver = (consumer: string, name: string) => string | undefined;

/**
 * Names by what the files say: a consumer resolves its link aliases, and the names and fixed addresses of services on its
 * networks. Names are case-insensitive. Where two services have a name, the one that is called so wins, then the first.
 */
export function defaultNames(project: Project): NameResolver {
  const services = new Map(project.services.map((service) => [service.name, service]));
  const owners = new Map(project.services.map((service) => [service.name, ownerOf(services, service)]));
  const byNetwork = namesByNetwork(project);
  return (consumer, name) => {
    const owner = owners.get(consumer);
    if (!owner) return undefined;
    const wanted = name.toLowerCase().replace(/\.$/, '');
    const link = owner.links.find(({ alias }) => alias.toLowerCase() === wanted);
    if (link) return services.has(link.target) ? link.target : undefined;
    for (const { network } of owner.networks) {
      const found = byNetwork.get(network)?.get(wanted);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** The services that have a name somewhere in the project, whether or not a given consumer resolves it. */
export function everyName(project: Project): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const service of project.services) names.set(service.name.toLowerCase(), service.name);
  for (const service of project.services) {
    for (const name of namesOf(project, service)) if (!names.has(name)) names.set(name, service.name);
  }
  return names;
}

/** Follows `network_mode: service:NAME` to the service that has the network. A circle ends where it began. */
function ownerOf(services: ReadonlyMap<string, Service>, service: Service): Service {
  const seen = new Set<Service>();
  let owner = service;
  while (!seen.has(owner)) {
    seen.add(owner);
    const next = services.get(namespaceOwner(owner) ?? '');
    if (!next) break;
    owner = next;
  }
  return owner;
}

/** The service whose network namespace another shares. */
export function namespaceOwner(service: Service): string | undefined {
  const mode = knownText(service.networkMode);
  return mode?.startsWith('service:') ? mode.slice('service:'.length) : undefined;
}

function namesByNetwork(project: Project): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const byNetwork = new Map<string, Map<string, string>>();
  const add = (network: string, name: string, service: string): void => {
    const names = byNetwork.get(network) ?? new Map<string, string>();
    byNetwork.set(network, names);
    if (!names.has(name)) names.set(name, service);
  };
  for (const service of project.services)
    for (const { network } of service.networks) add(network, service.name.toLowerCase(), service.name);
  for (const service of project.services) {
    const shared = [...containerNames(project, service, DEFAULT_ENGINE), knownText(service.hostname)];
    for (const { network, aliases, ipv4Address, ipv6Address } of service.networks) {
      const own = [...aliases.map(knownText), knownText(ipv4Address), knownText(ipv6Address)];
      for (const name of [...shared, ...own]) if (name !== undefined) add(network, name.toLowerCase(), service.name);
    }
  }
  return byNetwork;
}

function namesOf(project: Project, service: Service): readonly string[] {
  const aliases = service.networks.flatMap((attachment) => attachment.aliases.map(knownText));
  return [...containerNames(project, service, DEFAULT_ENGINE), knownText(service.hostname), ...aliases].flatMap(
    (name) => (name === undefined ? [] : [name.toLowerCase()]),
  );
}
