/** How an override is merged into what was loaded before it, by path: compose-go's `mergeSpecials`. */
import { compilePatterns } from './pattern.js';

/** Without a rule: mappings merge key by key, lists are appended, a scalar is replaced, and null changes nothing. */
export type MergeRule =
  /** The override replaces the base, even by null. */
  | 'replace'
  /** Both become lists of `KEY=value` and are appended. */
  | 'sequence'
  /** As `sequence`, without what the base has already. */
  | 'distinct sequence'
  /** A text is the context of a build. */
  | 'build'
  /** A list is a mapping of dependencies that have to be started. */
  | 'dependencies'
  /** A list is a mapping of nulls. */
  | 'names'
  /** Options merge where both mean one driver. */
  | 'logging'
  /** Address pools of one subnet merge. */
  | 'address pools';

export const MERGE_RULES = compilePatterns<MergeRule>([
  ['networks.*.ipam.config', 'address pools'],
  ['networks.*.labels', 'sequence'],
  ['services.*.annotations', 'sequence'],
  ['services.*.build', 'build'],
  ['services.*.build.additional_contexts', 'sequence'],
  ['services.*.build.args', 'sequence'],
  ['services.*.build.extra_hosts', 'distinct sequence'],
  ['services.*.build.labels', 'sequence'],
  ['services.*.command', 'replace'],
  ['services.*.depends_on', 'dependencies'],
  ['services.*.deploy.labels', 'sequence'],
  ['services.*.dns', 'sequence'],
  ['services.*.dns_opt', 'sequence'],
  ['services.*.dns_search', 'sequence'],
  ['services.*.entrypoint', 'replace'],
  ['services.*.env_file', 'sequence'],
  ['services.*.environment', 'sequence'],
  ['services.*.extra_hosts', 'distinct sequence'],
  ['services.*.healthcheck.test', 'replace'],
  ['services.*.label_file', 'sequence'],
  ['services.*.labels', 'sequence'],
  ['services.*.logging', 'logging'],
  ['services.*.models', 'names'],
  ['services.*.networks', 'names'],
  ['services.*.sysctls', 'sequence'],
  ['services.*.tmpfs', 'sequence'],
  ['services.*.ulimits.*', 'replace'],
  ['services.*.volumes.*.volume.labels', 'sequence'],
  ['volumes.*.labels', 'sequence'],
]);
