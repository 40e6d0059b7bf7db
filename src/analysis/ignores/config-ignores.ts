/** The ignores that the configuration lists. */
import { directoryOf, resolve } from '../../compose/file-path.js';
import type { Config, ConfigIgnore } from '../config/config.js';
import { matchesPatterns } from '../config/patterns.js';
import { inScope, matchesPath } from '../config/scope.js';
import { firstFile, type Subject, type Whereabouts } from '../subject.js';
import type { Ignore } from './ignore.js';

/** `isWhole`: whether all of a project could be read and judged. */
export function configIgnores(
  subjects: readonly Subject[],
  where: Whereabouts,
  isWhole: (subject: Subject) => boolean,
): readonly Ignore[] {
  const users = new Map<Config, [Subject, ...Subject[]]>();
  for (const subject of subjects) {
    if (!subject.config) continue;
    const known = users.get(subject.config);
    if (known) known.push(subject);
    else users.set(subject.config, [subject]);
  }
  return [...users].flatMap(([config, projects]) =>
    config.ignores.flatMap((ignore) => {
      const meant = projects.filter((subject) => concerns(ignore, subject, config, where));
      return ignore.rules.map(
        ({ id, at }): Ignore => ({
          kind: 'config',
          rule: id,
          at,
          reason: ignore.reason,
          owner: ignore.owner,
          expires: ignore.expires,
          covers: (item) => item.subject.config === config && inScope(ignore.scope, item, config, where),
          seenWhole: meant.length > 0 && meant.every(isWhole),
          isConcerned: meant.length > 0,
          subject: meant[0] ?? projects[0],
        }),
      );
    }),
  );
}

/**
 * Whether an entry is clearly about a project of this run: it may be meant for one that is not looked at today. Without
 * `paths` it is so where configuration and project share a folder.
 */
function concerns({ scope }: ConfigIgnore, { project }: Subject, config: Config, where: Whereabouts): boolean {
  const { paths, services } = scope;
  const isThere = paths
    ? project.files.some((file) => matchesPath(paths, file.path, config, where))
    : directoryOf(resolve(where.directory, firstFile(project))) === config.directory;
  return isThere && (!services || project.services.some(({ name }) => matchesPatterns(services, name)));
}
