/**
 * Which files, working directory, variables, profiles and name a project has, from the command line's options and the
 * environment, as Docker Compose decides it (docker/compose `cmd/compose`, compose-go `cli/options.go`).
 */
import { readEnvironmentFiles } from './environment-files.js';
import { baseName, directoryOf, resolve } from './file-path.js';
import type { Host } from './host.js';
import type { Problem } from './problem.js';
import type { NameSource } from './project-name.js';
import { invalidProjectName, normalizeProjectName } from './project-name.js';
import type { Sources } from './sources.js';
import { createSources } from './sources.js';
import type { Variables } from './variables.js';
import { environmentVariables, withDefaults, withVariable } from './variables.js';

/** What a command line says about a project. Paths may be relative to the working directory. */
export interface ProjectSelection {
  /** Absolute: where the command runs. */
  readonly workingDirectory: string;
  /** `-f`; `-` is standard input, which the host reads under this name. */
  readonly files?: readonly string[];
  readonly projectDirectory?: string;
  readonly projectName?: string;
  /** Replace `COMPOSE_PROFILES`; `*` is all. */
  readonly profiles?: readonly string[];
  /** Replace `COMPOSE_ENV_FILES` and `.env`. */
  readonly envFiles?: readonly string[];
}

export interface Discovery {
  /** Absolute, base first; empty where there is none. */
  readonly files: readonly string[];
  /** Absolute: the project directory. */
  readonly directory: string;
  readonly variables: Variables;
  readonly profiles: readonly string[];
  readonly name: NameSource;
  readonly problems: readonly Problem[];
}

/** In the order of preference. */
export const FILE_NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'] as const;
export const OVERRIDE_FILE_NAMES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
] as const;

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

export function discover(
  host: Host,
  selection: ProjectSelection,
  sources = createSources(host, selection.workingDirectory),
): Discovery {
  const problems: Problem[] = [];
  const report = (found: readonly Problem[]): void => {
    problems.push(...found);
  };
  const known = environmentVariables(host.env);
  let variables = known.has('PWD') ? known : withVariable(known, 'PWD', selection.workingDirectory);
  const given = (selection.files ?? []).map((file) =>
    file === '-' ? file : resolve(selection.workingDirectory, file),
  );

  let envFiles = firstEnvFiles(host, sources, selection, directoryFor(selection, given), report) ?? [];
  variables = withEnvFiles(sources, variables, envFiles, report);
  const files = given.length > 0 ? given : (listedFiles(selection, variables) ?? searchFiles(host, selection, report));
  const directory = directoryFor(selection, files);
  envFiles = firstEnvFiles(host, sources, selection, directory, () => undefined) ?? envFiles;
  variables = withEnvFiles(sources, variables, envFiles, report);

  if (files.length === 0) {
    problems.push({ kind: 'refusal', message: 'no configuration file provided: not found' });
  }
  return {
    files,
    directory,
    variables,
    profiles: profilesOf(selection, variables),
    name: nameOf(selection, variables, directory, report),
    problems,
  };
}

type ReportProblems = (problems: readonly Problem[]) => void;

/** `--project-directory`, else where the first file lies, else where the command runs. */
function directoryFor(selection: ProjectSelection, files: readonly string[]): string {
  const { projectDirectory, workingDirectory } = selection;
  if (projectDirectory) return resolve(workingDirectory, projectDirectory);
  const first = files.find((file) => file !== '-');
  return first === undefined ? workingDirectory : directoryOf(first);
}

/** `undefined`: there is none here, so those found before stay. */
function firstEnvFiles(
  host: Host,
  sources: Sources,
  selection: ProjectSelection,
  directory: string,
  report: ReportProblems,
): readonly string[] | undefined {
  const listed = selection.envFiles?.length ? selection.envFiles : namesIn(host.env.COMPOSE_ENV_FILES);
  if (listed.length > 0) return listed.map((file) => resolve(selection.workingDirectory, file));
  const disabled = host.env.COMPOSE_DISABLE_ENV_FILE;
  if (disabled !== undefined) {
    if (TRUE.has(disabled)) return undefined;
    if (!FALSE.has(disabled)) {
      const message = `strconv.ParseBool: parsing ${JSON.stringify(disabled)}: invalid syntax`;
      report([{ kind: 'refusal', message }]);
      return undefined;
    }
  }
  const path = resolve(directory, '.env');
  const kind = sources.stat(path);
  return kind === undefined || kind === 'directory' ? undefined : [path];
}

function namesIn(list: string | undefined): readonly string[] {
  return (list ?? '').split(',').filter((name) => name !== '');
}

function withEnvFiles(
  sources: Sources,
  variables: Variables,
  paths: readonly string[],
  report: ReportProblems,
): Variables {
  const read = readEnvironmentFiles(sources, variables, paths);
  report(read.problems);
  return withDefaults(variables, read.variables);
}

/** `COMPOSE_FILE`; set but empty it means the working directory, which is no file. */
function listedFiles(selection: ProjectSelection, variables: Variables): readonly string[] | undefined {
  const list = variables.get('COMPOSE_FILE');
  if (!list) return undefined;
  const onWindows = /^[A-Za-z]:/.test(selection.workingDirectory);
  const separator = variables.get('COMPOSE_PATH_SEPARATOR')?.value || (onWindows ? ';' : ':');
  return list.value.split(separator).map((file) => (file === '-' ? file : resolve(selection.workingDirectory, file)));
}

function searchFiles(host: Host, selection: ProjectSelection, report: ReportProblems): readonly string[] {
  let directory = selection.projectDirectory
    ? resolve(selection.workingDirectory, selection.projectDirectory)
    : selection.workingDirectory;
  for (;;) {
    const base = findFile(host, directory, FILE_NAMES, 'config', report);
    if (base !== undefined) {
      const override = findFile(host, directory, OVERRIDE_FILE_NAMES, 'override', report);
      return override === undefined ? [base] : [base, override];
    }
    const parent = directoryOf(directory);
    if (parent === directory) return [];
    directory = parent;
  }
}

function findFile(
  host: Host,
  directory: string,
  names: readonly string[],
  kind: 'config' | 'override',
  report: ReportProblems,
): string | undefined {
  const found = names.map((name) => resolve(directory, name)).filter((path) => host.stat(path) !== undefined);
  if (found.length > 1) {
    report([
      { kind: 'note', message: `Found multiple ${kind} files with supported names: ${found.join(', ')}` },
      { kind: 'note', message: `Using ${found[0]}` },
    ]);
  }
  return found[0];
}

function profilesOf(selection: ProjectSelection, variables: Variables): readonly string[] {
  if (selection.profiles?.length) return selection.profiles;
  const listed = variables.get('COMPOSE_PROFILES')?.value ?? '';
  return listed.split(',').map((profile) => profile.trim());
}

function nameOf(
  selection: ProjectSelection,
  variables: Variables,
  directory: string,
  report: ReportProblems,
): NameSource {
  const name = selection.projectName || variables.get('COMPOSE_PROJECT_NAME')?.value;
  if (!name) return { name: normalizeProjectName(baseName(directory)), given: false };
  if (normalizeProjectName(name) !== name) report([{ kind: 'refusal', message: invalidProjectName(name) }]);
  return { name, given: true };
}

/**
 * The host as Docker Compose sees it once it has exported the `COMPOSE_*` variables of the project's `.env`, which is
 * how `COMPOSE_DISABLE_ENV_FILE` may stand in the very file that it disables.
 */
export function withComposeVariables(host: Host, selection: ProjectSelection): Host {
  const sources = createSources(host, selection.workingDirectory);
  const given = (selection.files ?? []).map((file) =>
    file === '-' ? file : resolve(selection.workingDirectory, file),
  );
  const paths = firstEnvFiles(host, sources, selection, directoryFor(selection, given), () => undefined) ?? [];
  const { variables, problems } = readEnvironmentFiles(sources, environmentVariables(host.env), paths);
  if (problems.length > 0) return host;
  const exported: Record<string, string | undefined> = Object.create(null);
  for (const [name, { value }] of variables) {
    if (name.startsWith('COMPOSE_') && name !== 'COMPOSE_ENV_FILES') exported[name] = value;
  }
  return { ...host, env: { ...exported, ...host.env } };
}
