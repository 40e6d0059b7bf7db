/** Which services a run starts: by profile, and by name. */
import type { Entry, Mapping } from '../source/tree.js';
import { child, stringValue } from '../source/tree.js';

export type ServiceEntry = Entry & { readonly value: Mapping };

export interface Split {
  readonly enabled: readonly ServiceEntry[];
  readonly disabled: readonly ServiceEntry[];
}

const ALL_PROFILES = '*';

/** A service without profiles always runs. */
export function byProfile(services: readonly ServiceEntry[], active: readonly string[]): Split {
  return split(services, ({ value }) => isEnabled(value, active));
}

function isEnabled(service: Mapping, active: readonly string[]): boolean {
  const profiles = profilesOf(service);
  return profiles.length === 0 || active.includes(ALL_PROFILES) || profiles.some((profile) => active.includes(profile));
}

function profilesOf(service: Mapping): readonly string[] {
  const profiles = child(service, 'profiles');
  return profiles?.kind === 'sequence' ? profiles.items.map((profile) => stringValue(profile) ?? '') : [];
}

/** The services asked for and what they depend on. To ask for a service is to activate its profiles. */
export function byName(services: readonly ServiceEntry[], active: readonly string[], names: readonly string[]): Split {
  const asked = services.filter(({ name }) => names.includes(name));
  const activated = [...active, ...asked.flatMap(({ value }) => profilesOf(value))];
  const running = new Map(byProfile(services, activated).enabled.map((entry) => [entry.name, entry]));
  const selected = new Set<string>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const service = running.get(name);
    if (!service || selected.has(name)) continue;
    selected.add(name);
    const dependencies = child(service.value, 'depends_on');
    if (dependencies?.kind === 'mapping') queue.push(...dependencies.entries.keys());
  }
  return split(services, ({ name }) => selected.has(name));
}

function split(services: readonly ServiceEntry[], runs: (service: ServiceEntry) => boolean): Split {
  return { enabled: services.filter(runs), disabled: services.filter((service) => !runs(service)) };
}
