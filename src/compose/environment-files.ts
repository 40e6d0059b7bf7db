/** `.env` files: the variables they bring to a project. */
import type { Range } from '../source/text.js';
import { parseDotenv } from './dotenv.js';
import type { Problem } from './problem.js';
import type { Scope } from './run.js';
import { reportIn } from './run.js';
import type { Sources } from './sources.js';
import type { Definition, Variables } from './variables.js';

export interface EnvironmentFiles {
  readonly variables: Variables;
  readonly problems: readonly Problem[];
}

/** Reads the files in order; a later one wins, but what `known` defines is what their own `${}` see first. */
export function readEnvironmentFiles(sources: Sources, known: Variables, paths: readonly string[]): EnvironmentFiles {
  const variables = new Map<string, Definition>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const kind = sources.stat(path);
    const read = kind === undefined || kind === 'directory' ? undefined : sources.read(path);
    if (!read) {
      const message = kind ? `${path} is a directory` : `couldn't find env file: ${path}`;
      problems.push({ kind: 'refusal', message });
    } else if (!read.ok) {
      problems.push({ kind: 'refusal', message: read.message });
    } else {
      const parsed = parseDotenv(read.source, (name) => known.get(name) ?? variables.get(name));
      for (const [name, definition] of parsed.variables) variables.set(name, definition);
      for (const problem of parsed.problems) {
        problems.push({ ...problem, message: `failed to read ${path}: ${problem.message}` });
      }
    }
  }
  return { variables, problems };
}

/** The same for an included project. */
export function loadEnvironmentFiles(scope: Scope, paths: readonly string[], site: Range): Variables {
  const { variables, problems } = readEnvironmentFiles(scope.run.sources, scope.variables, paths);
  for (const problem of problems) reportIn(scope, problem.at ? problem : { ...problem, at: site });
  return variables;
}
