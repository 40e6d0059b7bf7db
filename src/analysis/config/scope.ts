/** Which findings a part of the configuration is about, and how severe they are there. */
import { type Item, pathFrom, type Whereabouts } from '../subject.js';
import type { Config, Level, Scope } from './config.js';
import { matchesPatterns, type Patterns } from './patterns.js';

/** All services of a finding must match: whoever lives with one of two is not asked about the other. */
export function inScope({ paths, services }: Scope, { draft }: Item, config: Config, where: Whereabouts): boolean {
  if (services && !(draft.services.length > 0 && draft.services.every((name) => matchesPatterns(services, name)))) {
    return false;
  }
  return !paths || matchesPath(paths, draft.at.source.path, config, where);
}

/** What lies outside of the folder of the configuration matches nothing. */
export function matchesPath(paths: Patterns, file: string, config: Config, where: Whereabouts): boolean {
  const path = pathFrom(config.directory, file, where);
  return path !== '..' && !path.startsWith('../') && matchesPatterns(paths, path);
}

/** What the configuration says of a finding's rule at its place; `undefined`: nothing. */
export function levelOf(item: Item, where: Whereabouts): Level | undefined {
  const { config } = item.subject;
  if (!config) return undefined;
  const override = config.overrides.findLast(
    ({ scope, levels }) => levels.has(item.rule.id) && inScope(scope, item, config, where),
  );
  return (override?.levels ?? config.levels).get(item.rule.id);
}
