/** The default network: services that name no network are on it, and it exists if a service is on it. */
import { child, type Entry, isNull, type Mapping, mapping, scalar, synthetic } from '../../source/tree.js';
import { entry, withEntries, withValue } from '../entries.js';

const DEFAULT = 'default';

export function withDefaultNetwork(tree: Mapping): Mapping {
  const services = tree.entries.get('services');
  if (services?.value.kind !== 'mapping') return tree;
  const attached = withEntries(services.value, [...services.value.entries.values()].map(attach));
  const next = withEntries(tree, [withValue(services, attached)]);
  const user = [...attached.entries.values()].find(usesDefault);
  const networks = next.entries.get('networks');
  const declared = networks?.value.kind === 'mapping' ? networks.value : undefined;
  if (!user || declared?.entries.has(DEFAULT) || (networks && !declared && !isNull(networks.value))) return next;
  const origin = synthetic(user.at, 'a service is on the default network and the files do not declare it');
  const added = entry(DEFAULT, scalar(null, origin));
  const value = declared ? withEntries(declared, [added]) : mapping([added], origin);
  return withEntries(next, [{ name: 'networks', at: networks?.at ?? origin, value }]);
}

/** A service that runs outside of containers, or has no network of its own, is on none. */
function attach(service: Entry): Entry {
  const { value } = service;
  if (value.kind !== 'mapping' || value.entries.has('provider') || value.entries.has('network_mode')) return service;
  const networks = value.entries.get('networks');
  if (networks && (networks.value.kind !== 'mapping' || networks.value.entries.size > 0)) return service;
  const origin = synthetic(networks?.at ?? service.at, 'the service names no network');
  const attachment = mapping([entry(DEFAULT, scalar(null, origin))], origin);
  return {
    ...service,
    value: withEntries(value, [{ name: 'networks', at: networks?.at ?? origin, value: attachment }]),
  };
}

function usesDefault({ value }: Entry): boolean {
  if (value.kind !== 'mapping' || value.entries.has('provider') || value.entries.has('network_mode')) return false;
  return child(child(value, 'networks'), DEFAULT) !== undefined;
}
