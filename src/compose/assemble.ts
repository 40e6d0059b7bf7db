/** The last stages: profiles, references between services, files of variables, and the project that comes of it all. */
import type { SourceText } from '../source/text.js';
import type { Entry, Mapping } from '../source/tree.js';
import { child, isNull, synthetic } from '../source/tree.js';
import { bindSections } from './bind.js';
import { bindService } from './bind-service.js';
import { checkContainerNames } from './consistency/container-names.js';
import { checkConsistency } from './consistency.js';
import type { Discovery } from './discover.js';
import { withEntries } from './entries.js';
import type { ProblemList } from './problem-list.js';
import type { ServiceEntry, Split } from './profiles.js';
import { byName, byProfile } from './profiles.js';
import type { Mode, Project, Service } from './project.js';
import type { Scope } from './run.js';
import { refuse, reportIn } from './run.js';
import type { ResolvedService } from './service-environment.js';
import { keyValues, resolveService, variablesTree } from './service-environment.js';

export interface Assembly {
  readonly scope: Scope;
  readonly discovery: Discovery;
  readonly model: Mapping;
  readonly name: string;
  readonly files: ReadonlySet<SourceText>;
  readonly problems: ProblemList;
}

export function assembleProject({ scope, discovery, model, name, files, problems }: Assembly): Project {
  const { options } = scope.run;
  const all = serviceEntries(model);
  const active = byProfile(all, discovery.profiles);
  const checks = options.consistency && options.interpolate;
  if (checks) {
    const found = checkConsistency(model, new Set(active.enabled.map((entry) => entry.name)), options.mode);
    for (const problem of found) reportIn(scope, problem);
  }
  const { enabled, disabled } = options.services ? selected(scope, all, discovery.profiles, options.services) : active;
  const services = enabled.map((entry) => running(scope, entry));
  if (checks) for (const problem of checkContainerNames(services)) reportIn(scope, problem);
  return {
    name,
    mode: options.mode,
    workingDirectory: discovery.directory,
    files: [...files],
    model,
    services,
    disabledServices: disabled.map((entry) => idle(entry, options.mode)),
    ...bindSections(model, name, services),
    variables: new Set(scope.variables.keys()),
    problems: problems.all(),
  };
}

function serviceEntries(model: Mapping): readonly ServiceEntry[] {
  const section = child(model, 'services');
  return section?.kind === 'mapping' ? [...section.entries.values()].filter(isService) : [];
}

function isService(entry: Entry): entry is ServiceEntry {
  return entry.value.kind === 'mapping';
}

function selected(
  scope: Scope,
  services: readonly ServiceEntry[],
  profiles: readonly string[],
  names: readonly string[],
): Split {
  for (const name of names) {
    if (!services.some((service) => service.name === name)) refuse(scope, `no such service: ${name}`);
  }
  return byName(services, profiles, names);
}

function running(scope: Scope, entry: ServiceEntry): Service {
  const { options } = scope.run;
  const resolved = resolveService(entry.value, scope.variables, scope.run);
  if (options.interpolate) for (const problem of resolved.problems) reportIn(scope, problem);
  const service = options.consistency ? withReplicas(entry.value) : entry.value;
  return bindService(entry, withResolved(service, resolved), resolved, options.mode);
}

/** Compose's check of `scale` against `deploy.replicas` also makes them equal. */
function withReplicas(service: Mapping): Mapping {
  const scale = child(service, 'scale');
  const deploy = service.entries.get('deploy');
  if (!scale || isNull(scale) || deploy?.value.kind !== 'mapping') return service;
  const replicas = child(deploy.value, 'replicas');
  if (replicas && !isNull(replicas)) return service;
  const at = synthetic(scale.at, '`scale` says how many containers run');
  const value = withEntries(deploy.value, [{ name: 'replicas', at, value: scale }]);
  return withEntries(service, [{ ...deploy, value }]);
}

/** The files of a service that does not run are not looked at. */
function idle(entry: ServiceEntry, mode: Mode): Service {
  const values = {
    environment: keyValues(child(entry.value, 'environment')),
    labels: keyValues(child(entry.value, 'labels')),
  };
  return bindService(entry, entry.value, values, mode);
}

function withResolved(service: Mapping, { environment, labels }: ResolvedService): Mapping {
  const entries = [
    { name: 'environment', variables: environment },
    { name: 'labels', variables: labels },
  ].flatMap(({ name, variables }): Entry[] => {
    const written = service.entries.get(name);
    const at = written?.at ?? variables[0]?.at;
    return at ? [{ name, at, value: variablesTree(variables, written?.value, at) }] : [];
  });
  return withEntries(service, entries);
}
