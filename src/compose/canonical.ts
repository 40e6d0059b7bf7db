/** Stage 11 of the loader: everything that has a short syntax is put into its long one (compose-go `transform.Canonical`). */
import { DEFAULT_LIMITS, type Limits } from '../source/limits.js';
import type { Mapping } from '../source/tree.js';
import type { CanonicalContext, CanonicalRule } from './canonical/context.js';
import { dependsOn, envFiles, keyValues, listOfOne, namesToMapping, sshKeys } from './canonical/lists.js';
import { deviceMapping, fileMount, volumeMount } from './canonical/mounts.js';
import { portList } from './canonical/port-list.js';
import {
  build,
  extendsReference,
  gpus,
  include,
  maybeExternal,
  service,
  textOfAny,
  ulimit,
} from './canonical/resources.js';
import { compilePatterns } from './pattern.js';
import type { Problem } from './problem.js';
import type { Mode } from './project.js';
import type { StageResult } from './stage.js';
import { rewriteChildren } from './transform.js';

export interface CanonicalOptions {
  readonly mode: Mode;
  /** Keep short ports, volumes and devices that do not parse (`--no-interpolate`: they may hold variables). */
  readonly lenient: boolean;
  readonly limits?: Limits;
}

const RULES = compilePatterns<CanonicalRule>([
  ['services.*', service],
  ['services.*.build', build],
  ['services.*.build.additional_contexts', keyValues],
  ['services.*.build.provenance', textOfAny],
  ['services.*.build.sbom', textOfAny],
  ['services.*.build.secrets.*', fileMount],
  ['services.*.build.ssh', sshKeys],
  ['services.*.build.ulimits.*', ulimit],
  ['services.*.configs.*', fileMount],
  ['services.*.depends_on', dependsOn],
  ['services.*.develop.watch.*.ignore', listOfOne],
  ['services.*.develop.watch.*.include', listOfOne],
  ['services.*.devices.*', deviceMapping],
  ['services.*.dns', listOfOne],
  ['services.*.env_file', envFiles],
  ['services.*.extends', extendsReference],
  ['services.*.gpus', gpus],
  ['services.*.label_file', listOfOne],
  ['services.*.models', namesToMapping],
  ['services.*.networks', namesToMapping],
  ['services.*.ports', portList],
  ['services.*.secrets.*', fileMount],
  ['services.*.ulimits.*', ulimit],
  ['services.*.volumes.*', volumeMount],
  ['volumes.*', maybeExternal],
  ['networks.*', maybeExternal],
  ['secrets.*', maybeExternal],
  ['configs.*', maybeExternal],
  ['include.*', include],
]);

/** What Compose would refuse is reported and left out; a canonical tree comes back as it is. */
export function toCanonical(tree: Mapping, { mode, lenient, limits = DEFAULT_LIMITS }: CanonicalOptions): StageResult {
  const problems: Problem[] = [];
  const context: CanonicalContext = { mode, lenient, problems, limits, ports: { left: limits.ports } };
  const canonical = rewriteChildren(tree, { path: [], rules: RULES, context });
  return { tree: canonical, problems };
}
