/** Files of variables: a project's `.env`, a service's `env_file` and `label_file`. */
import type { Range, SourceText } from '../source/text.js';
import type { DotenvEntry } from './dotenv.js';
import { parseDotenv } from './dotenv.js';
import type { Problem } from './problem.js';
import type { Mode } from './project.js';
import { parseRawEnvironment } from './raw-environment.js';
import type { Scope } from './run.js';
import { reportIn } from './run.js';
import type { Sources } from './sources.js';
import type { Lookup, VariableValue } from './template.js';
import type { Variables } from './variables.js';
import { fileVariable } from './variables.js';

export interface EnvironmentFile {
  /** The last of each name. */
  readonly entries: ReadonlyMap<string, DotenvEntry>;
  readonly problems: readonly Problem[];
}

export interface ParseOptions {
  readonly mode: Mode;
  /** Variables that win over those of the file. */
  readonly lookup: Lookup;
  /** Variables of the files before, which this one replaces. */
  readonly earlier?: Variables;
  /** That of an `env_file`: `raw`, or anything else for the usual one. */
  readonly format?: string;
}

export function parseEnvironmentFile(
  source: SourceText,
  { mode, lookup, earlier, format }: ParseOptions,
): EnvironmentFile {
  if (format === 'raw') return parseRawEnvironment(source, lookup);
  const { entries, unset, error } = parseDotenv(source, lookup, mode, earlier);
  const problems: Problem[] = unset.map(({ name, at }) => ({ kind: 'note', message: unsetVariable(name), at }));
  if (error) problems.push({ kind: 'refusal', message: error.message, at: error.at });
  return { entries: new Map(entries.map((entry) => [entry.name, entry])), problems };
}

function unsetVariable(name: string): string {
  return `The "${name}" variable is not set. Defaulting to a blank string.`;
}

export interface EnvironmentFiles {
  readonly variables: Variables;
  readonly problems: readonly Problem[];
}

/** Reads the files in order; a later one wins, but what `known` defines is what their own `${}` see first. */
export function readEnvironmentFiles(
  sources: Sources,
  known: Variables,
  paths: readonly string[],
  mode: Mode,
): EnvironmentFiles {
  const variables = new Map<string, VariableValue>();
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
      const parsed = parseEnvironmentFile(read.source, { mode, lookup: (name) => known.get(name), earlier: variables });
      for (const [name, entry] of parsed.entries) variables.set(name, fileVariable(entry));
      problems.push(...parsed.problems);
    }
  }
  return { variables, problems };
}

/** The same for an included project. */
export function loadEnvironmentFiles(scope: Scope, paths: readonly string[], site: Range): Variables {
  const { sources, options } = scope.run;
  const { variables, problems } = readEnvironmentFiles(sources, scope.variables, paths, options.mode);
  for (const problem of problems) reportIn(scope, problem.at ? problem : { ...problem, at: site });
  return variables;
}
