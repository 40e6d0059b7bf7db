/** Stage 22 of the loader: whether the parts of a project fit together (compose-go `loader.checkConsistency`). */
import { child, type Mapping } from '../source/tree.js';
import { contexts, oneDockerfile, origin, ownPlatform } from './consistency/build.js';
import { dependencyCycles } from './consistency/cycles.js';
import { entriesOf, INVALID, isGiven, projectView, type ServiceCheck } from './consistency/project-view.js';
import {
  buildSecrets,
  configs,
  dependencies,
  eitherNetworks,
  models,
  namespaceOwner,
  networks,
  secrets,
  volumes,
} from './consistency/references.js';
import { oneContainerName, replicas, twinLimits } from './consistency/resources.js';
import { healthcheck, mounts, watched } from './consistency/targets.js';
import type { Problem } from './problem.js';
import type { Mode } from './project.js';
import { quoted } from './quote.js';
import { refusal } from './stage.js';

/** In Compose's order. */
const SERVICE_CHECKS: readonly ServiceCheck[] = [
  origin,
  oneDockerfile,
  contexts,
  ownPlatform,
  eitherNetworks,
  networks,
  healthcheck,
  dependencies,
  namespaceOwner,
  volumes,
  buildSecrets,
  configs,
  models,
  secrets,
  replicas,
  twinLimits,
  oneContainerName,
  watched,
  mounts,
];

/**
 * `model` is canonical and normalised; services that profiles disable are not checked, as in Compose. Where Compose
 * stops at one problem, all are given: service by service, in its order. In `analysis` mode, what another file may bring is a note.
 */
export function checkConsistency(model: Mapping, enabled: ReadonlySet<string>, mode: Mode): readonly Problem[] {
  const project = projectView(model, enabled, mode);
  const problems: Problem[] = [];
  for (const service of project.services.values())
    for (const check of SERVICE_CHECKS) problems.push(...check(service, project));
  return [...problems, ...secretsWithoutSource(model, mode), ...dependencyCycles(project)];
}

function secretsWithoutSource(model: Mapping, mode: Mode): readonly Problem[] {
  return entriesOf(child(model, 'secrets')).flatMap(({ name, at, value }) => {
    const external = child(value, 'external');
    const isExternal = external?.kind === 'scalar' && external.value !== false;
    if (isExternal || isGiven(child(value, 'file')) || isGiven(child(value, 'environment'))) return [];
    // An analysis goes on after `checkTree` has told of a secret without any of these keys.
    const isTold = !['file', 'environment', 'driver'].some((key) => child(value, key));
    if (isTold && mode === 'analysis') return [];
    return [refusal(`secret ${quoted(name)} must declare either \`file\` or \`environment\`${INVALID}`, at)];
  });
}
