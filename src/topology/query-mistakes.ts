/** What somebody may have meant who asked for a service that there is not. */
import { UserError } from '../compose/problem.js';
import { nearest } from '../source/nearest.js';
import { directoryOf } from './directory.js';
import { landscapeOf, nameOf, projectLabel } from './landscape.js';
import { servicesOf } from './resolve.js';
import type { Topology } from './topology.js';

/** Names that a hint lists. */
const MOST_NAMES = 20;

/** `others`: words that are no services. */
export function unknownService(topology: Topology, name: string, others: readonly string[]): UserError {
  const known = directoryOf(topology).entries.map((inhabitant) => nameOf(topology, inhabitant));
  const elsewhere = ofAnotherProject(topology, name);
  if (elsewhere) return elsewhere;
  const network = [...topology.segments.values()].find(({ key, engineName }) => key === name || engineName === name);
  if (network) {
    const members = servicesOf(topology, landscapeOf(topology).podsOn.get(network.engineName) ?? []);
    return new UserError(`there is no service '${name}': that is a network`, {
      hint: members.length === 0 ? 'No service is on it.' : `Services on it: ${listed(members)}`,
    });
  }
  return new UserError(`there is no service '${name}'`, {
    hint: suggestion(topology, name, known, others) ?? `Services: ${listed(known)}`,
  });
}

/** Where a name begins with that of a project, this must be one whose services can be asked for. */
function ofAnotherProject(topology: Topology, name: string): UserError | undefined {
  const slash = name.indexOf('/');
  if (slash < 0) return undefined;
  const project = name.slice(0, slash);
  const labels = [...new Set((topology.group ?? [topology]).map(projectLabel))];
  if (labels.includes(project)) return undefined;
  const meant = nearest(project, labels);
  return new UserError(`there is no project '${project}' among those that are given`, {
    hint: meant === undefined ? `Projects: ${listed(labels)}. --path gives further ones.` : `Did you mean '${meant}/'?`,
  });
}

/** A service of another project by its name alone, a container or an alias by one of its names on a network, or a slip. */
function suggestion(
  topology: Topology,
  name: string,
  known: readonly string[],
  others: readonly string[],
): string | undefined {
  const abroad = known.filter((each) => each.endsWith(`/${name}`));
  if (abroad.length > 0) return `Did you mean ${listed(abroad.map((each) => `'${each}'`))}?`;
  for (const names of landscapeOf(topology).namesOn.values()) {
    const pods = names.get(name.toLowerCase());
    if (pods) return `That is a name of ${listed(servicesOf(topology, pods).map((each) => `'${each}'`))}.`;
  }
  const meant = nearest(name, [...topology.members.keys(), ...known, ...others]);
  return meant === undefined ? undefined : `Did you mean '${meant}'?`;
}

function listed(names: readonly string[]): string {
  return names.length > MOST_NAMES
    ? `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`
    : names.join(', ');
}
