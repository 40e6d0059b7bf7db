/**
 * Where a run may open files: the repository that it was started in, or else the working directory, and what else the
 * command line names. What a project refers to beyond that is left alone: whoever wrote it may not be trusted.
 */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { FILE_NAMES } from '../compose/discover.js';
import type { Bounds } from './confine.js';
import { type Environment, isWithin } from './disk.js';
import { repositoryRoot } from './repository.js';
import type { Selection } from './selection.js';

/** `named`: files that the command line names apart from the projects. `env`: of the process, not of a `.env`. */
export function boundsOf(selection: Selection, named: readonly string[], env: Environment): Bounds {
  const { workingDirectory, paths, projectDirectory, envFiles } = selection;
  const absolute = (given: string): string => path.resolve(workingDirectory, given);
  const [main, ...overrides] = (selection.files.length > 0 ? selection.files : listed(env)).filter(
    (file) => file !== '-',
  );
  const isNamed = paths.length > 0 || main !== undefined || projectDirectory !== undefined;
  const home = env.HOME ?? env.USERPROFILE;
  const here =
    repositoryOf(workingDirectory, home) ?? (isNamed ? undefined : projectAbove(workingDirectory)) ?? workingDirectory;
  const places = [
    ...paths.filter((given) => given !== '-').map((given) => directoryOf(absolute(given))),
    ...(main === undefined ? [] : [path.dirname(absolute(main))]),
    ...(projectDirectory === undefined ? [] : [absolute(projectDirectory)]),
  ];
  const elsewhere = places.filter((place) => !isWithin(here, place));
  return {
    roots: [...new Set([here, ...elsewhere.map((place) => repositoryOf(place, home) ?? place)])],
    files: [...overrides, ...envFiles, ...named].map(absolute),
    reason: `lies outside of ${here} (--allow-outside)`,
  };
}

/** Files that the environment names, as Compose reads it. */
function listed({ COMPOSE_FILE: files, COMPOSE_PATH_SEPARATOR: separator }: Environment): readonly string[] {
  return files ? files.split(separator || path.delimiter) : [];
}

/** Dotfiles kept under version control make no repository of all that is in the home directory. */
function repositoryOf(directory: string, home: string | undefined): string | undefined {
  const root = repositoryRoot(directory);
  return root !== undefined && home && isWithin(root, path.resolve(home)) ? undefined : root;
}

/** The folder in which Docker Compose finds the project. */
function projectAbove(directory: string): string | undefined {
  for (let folder = directory; ; folder = path.dirname(folder)) {
    if (FILE_NAMES.some((name) => existsSync(path.join(folder, name)))) return folder;
    if (path.dirname(folder) === folder) return undefined;
  }
}

function directoryOf(file: string): string {
  try {
    return statSync(file).isDirectory() ? file : path.dirname(file);
  } catch {
    return path.dirname(file);
  }
}
