/** Finds the configuration of a project: `bulkhead.yaml`, from the project's folder up to the root of the repository. */

import type { Config } from '../analysis/config/config.js';
import { directoryOf, join, resolve, shownPath } from '../compose/file-path.js';
import { exists, type Host } from '../compose/host.js';
import { UserError } from '../compose/problem.js';
import type { SourceText } from '../source/text.js';

export type ConfigChoice =
  | { readonly kind: 'search' }
  | { readonly kind: 'none' }
  /** May be relative to the working directory. */
  | { readonly kind: 'file'; readonly file: string };

export const CONFIG_NAMES = ['bulkhead.yaml', 'bulkhead.yml', '.bulkhead.yaml', '.bulkhead.yml'] as const;

/** Absolute folder of a project in, its configuration out; each file is read once. Throws a `UserError`. */
export type FindConfig = (projectDirectory: string) => Config | undefined;

/** Paths in messages are shown as seen from `displayDirectory`. */
export function configFinder(
  host: Host,
  choice: ConfigChoice,
  workingDirectory: string,
  displayDirectory: string = workingDirectory,
): FindConfig {
  const rootOf = rootFinder(host);
  const inFolder = remembered((folder) => configIn(host, folder, displayDirectory));
  const known = new Map<string, Config>();
  const read = (file: string): Config => {
    const config = known.get(file) ?? reader().readConfig(sourceAt(host, file, displayDirectory), directoryOf(file));
    known.set(file, config);
    return config;
  };
  return (projectDirectory) => {
    if (choice.kind === 'none') return undefined;
    if (choice.kind === 'file') return read(resolve(workingDirectory, choice.file));
    for (const folder of foldersToSearch(projectDirectory, rootOf(projectDirectory) ?? workingDirectory)) {
      const file = inFolder(folder);
      if (file !== undefined) return read(file);
    }
    return undefined;
  };
}

/** Loaded when it is needed: most projects have no configuration. */
function reader(): typeof import('../analysis/config/read.js') {
  return require('../analysis/config/read.js');
}

/** The path of the configuration in a folder; two of them are a mistake. */
export function configIn(host: Host, folder: string, displayDirectory: string): string | undefined {
  const [first, second] = CONFIG_NAMES.map((name) => join(folder, name)).filter((file) => host.stat(file) === 'file');
  if (first !== undefined && second !== undefined) {
    const names = [first, second].map((file) => shownPath(displayDirectory, file));
    throw new UserError(`two configurations, ${names.join(' and ')}: which one counts?`, {
      hint: 'Delete one of them.',
    });
  }
  return first;
}

/** The nearest folder at or above one that holds `.git`. For many directories: each is looked at once. */
export function rootFinder(host: Host): (directory: string) => string | undefined {
  const find = remembered((directory: string): string | undefined => {
    if (exists(host, join(directory, '.git'))) return directory;
    const parent = directoryOf(directory);
    return parent === directory ? undefined : find(parent);
  });
  return find;
}

function remembered<Answer>(find: (directory: string) => Answer): (directory: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (directory) => {
    const entry = known.get(directory) ?? { answer: find(directory) };
    known.set(directory, entry);
    return entry.answer;
  };
}

/** Outside of a repository nothing above the folder that somebody works in is theirs. */
function foldersToSearch(directory: string, top: string): readonly string[] {
  const folders = foldersAbove(directory);
  return folders.slice(0, Math.max(folders.indexOf(top), 0) + 1);
}

function foldersAbove(directory: string): readonly string[] {
  const folders = [directory];
  for (let parent = directoryOf(directory); parent !== folders.at(-1); parent = directoryOf(parent)) {
    folders.push(parent);
  }
  return folders;
}

/** A file that must be there. Throws a `UserError`. */
export function sourceAt(host: Host, file: string, displayDirectory: string): SourceText {
  const path = shownPath(displayDirectory, file);
  const read = host.readFile(file);
  if (!read.ok) throw new UserError(`${path}: ${read.reason}`);
  return { path, text: read.text };
}
