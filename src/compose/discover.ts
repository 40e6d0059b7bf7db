/**
 * Which files, working directory, variables, profiles and name a project has, from the command line's options and the
 * environment, as Docker Compose decides it (docker/compose `cmd/compose`, compose-go `cli/options.go`).
 */
import { readEnvironmentFiles } from './environment-files.js';
import { baseName, directoryOf, resolve } from './file-path.js';
import { exists, type Host } from './host.js';
import type { Problem } from './problem.js';
import type { Mode } from './project.js';
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

/** What the steps of a search share. */
interface Search {
  readonly host: Host;
  readonly sources: Sources;
  readonly selection: ProjectSelection;
  readonly mode: Mode;
  readonly report: (problems: readonly Problem[]) => void;
}

export function discover(
  host: Host,
  selection: ProjectSelection,
  mode: Mode,
  sources = createSources(host, selection.workingDirectory),
): Discovery {
  const problems: Problem[] = [];
  const search: Search = { host, sources, selection, mode, report: (found) => problems.push(...found) };
  const known = environmentVariables(host.env);
  let variables = known.has('PWD') ? known : withVariable(known, 'PWD', selection.workingDirectory);
  const given = givenFiles(selection);

  const first = environmentFilesIn(search, directoryFor(selection, given)) ?? [];
  variables = withEnvironmentFiles(search, variables, first);
  const files = given.length > 0 ? given : (listedFiles(selection, variables) ?? searchFiles(search));
  const directory = directoryFor(selection, files);
  const second = environmentFilesIn(search, directory) ?? first;
  // What the same files say once more is known, and what is known wins.
  if (second.join('\0') !== first.join('\0')) variables = withEnvironmentFiles(search, variables, second);

  if (files.length === 0) {
    problems.push({ kind: 'refusal', message: 'no configuration file provided: not found' });
  }
  const profiles = profilesOf(selection, variables);
  return { files, directory, variables, profiles, name: nameOf(search, variables, directory), problems };
}

function givenFiles({ files = [], workingDirectory }: ProjectSelection): readonly string[] {
  return files.map((file) => (file === '-' ? file : resolve(workingDirectory, file)));
}

/** `--project-directory`, else where the first file lies, else where the command runs. */
function directoryFor({ projectDirectory, workingDirectory }: ProjectSelection, files: readonly string[]): string {
  if (projectDirectory) return resolve(workingDirectory, projectDirectory);
  const first = files.find((file) => file !== '-');
  return first === undefined ? workingDirectory : directoryOf(first);
}

/** `undefined`: there is none here, so those found before stay. */
function environmentFilesIn(search: Search, directory: string): readonly string[] | undefined {
  const { host, sources, selection } = search;
  const listed = selection.envFiles?.length ? selection.envFiles : namesIn(host.env.COMPOSE_ENV_FILES);
  if (listed.length > 0) return listed.map((file) => resolve(selection.workingDirectory, file));
  if (isDisabled(search)) return undefined;
  const path = resolve(directory, '.env');
  const kind = sources.stat(path);
  return kind === undefined || kind === 'directory' ? undefined : [path];
}

function namesIn(list: string | undefined): readonly string[] {
  return (list ?? '').split(',').filter((name) => name !== '');
}

function isDisabled({ host, report }: Search): boolean {
  const disabled = host.env.COMPOSE_DISABLE_ENV_FILE;
  if (disabled === undefined || FALSE.has(disabled)) return false;
  if (TRUE.has(disabled)) return true;
  report([{ kind: 'refusal', message: `strconv.ParseBool: parsing ${JSON.stringify(disabled)}: invalid syntax` }]);
  return true;
}

function withEnvironmentFiles(search: Search, variables: Variables, paths: readonly string[]): Variables {
  const read = readEnvironmentFiles(search.sources, variables, paths, search.mode);
  search.report(read.problems);
  return withDefaults(variables, read.variables);
}

/** `COMPOSE_FILE`; set but empty it means the working directory, which is no file. */
function listedFiles({ workingDirectory }: ProjectSelection, variables: Variables): readonly string[] | undefined {
  const list = variables.get('COMPOSE_FILE');
  if (!list) return undefined;
  const onWindows = /^[A-Za-z]:/.test(workingDirectory);
  const separator = variables.get('COMPOSE_PATH_SEPARATOR')?.value || (onWindows ? ';' : ':');
  return list.value.split(separator).map((file) => (file === '-' ? file : resolve(workingDirectory, file)));
}

function searchFiles(search: Search): readonly string[] {
  let directory = directoryFor(search.selection, []);
  for (;;) {
    const base = findFile(search, directory, FILE_NAMES, 'config');
    if (base !== undefined) {
      const override = findFile(search, directory, OVERRIDE_FILE_NAMES, 'override');
      return override === undefined ? [base] : [base, override];
    }
    const parent = directoryOf(directory);
    if (parent === directory) return [];
    directory = parent;
  }
}

function findFile(
  { host, report }: Search,
  directory: string,
  names: readonly string[],
  kind: 'config' | 'override',
): string | undefined {
  const found = names.map((name) => resolve(directory, name)).filter((path) => exists(host, path));
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

function nameOf({ selection, report }: Search, variables: Variables, directory: string): NameSource {
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
  const search: Search = { host, sources, selection, mode: 'strict', report: () => undefined };
  const paths = environmentFilesIn(search, directoryFor(selection, givenFiles(selection))) ?? [];
  if (!paths.some((path) => mayExport(sources, path))) return host;
  const { variables, problems } = readEnvironmentFiles(sources, environmentVariables(host.env), paths, 'strict');
  if (problems.some(({ kind }) => kind === 'refusal')) return host;
  const exported: Record<string, string | undefined> = Object.create(null);
  for (const [name, { value }] of variables) {
    if (name.startsWith(EXPORTED) && name !== 'COMPOSE_ENV_FILES') exported[name] = value;
  }
  return { ...host, env: { ...exported, ...host.env } };
}

const EXPORTED = 'COMPOSE_';

function mayExport(sources: Sources, path: string): boolean {
  const read = sources.read(path);
  return read.ok && read.source.text.includes(EXPORTED);
}
