/** What a command line says about its projects, and how each of them is to be loaded. */
import path from 'node:path';
import { FILE_NAMES } from '../compose/discover.js';
import type { Host } from '../compose/host.js';
import type { LoadOptions } from '../compose/load.js';
import { UserError } from '../compose/problem.js';
import type { Mode } from '../compose/project.js';
import type { Limits } from '../source/limits.js';
import type { EngineProfile } from '../topology/engine.js';
import { toPosix } from './disk.js';
import type { ConfigChoice } from './find-config.js';
import type { Shard } from './shard-name.js';

/** Paths may be relative to `workingDirectory`. */
export interface Selection {
  readonly workingDirectory: string;
  /** Files and directories, a project each; empty: the project of the working directory. */
  readonly paths: readonly string[];
  /** `-f`: one project merged of all. */
  readonly files: readonly string[];
  readonly mode: Mode;
  readonly projectName?: string | undefined;
  readonly projectDirectory?: string | undefined;
  /** Empty: all, since a service that starts on demand is a part of the project all the same. */
  readonly profiles: readonly string[];
  readonly envFiles: readonly string[];
  /** Absolute: what paths are shown from; the working directory by default. */
  readonly displayDirectory?: string | undefined;
  readonly search?: Search | undefined;
  /** Only a part of the projects; all of them together are the same as without. */
  readonly shard?: Shard | undefined;
  /** The Engine to judge for, where it is not the default one. */
  readonly engine?: Partial<Pick<EngineProfile, 'line' | 'mode'>> | undefined;
  readonly limits?: Limits | undefined;
  /** By default it is searched for. */
  readonly config?: ConfigChoice | undefined;
}

export type Search =
  /** Every project in the directories among the paths; without paths, in the working directory. */
  | { readonly scope: 'below'; readonly exclude: readonly string[] }
  /** The projects that the paths are a part of, in the repository of the working directory. */
  | { readonly scope: 'around' };

const ALL_PROFILES = ['*'];

/** Of projects that are named, one after the other. Throws a `UserError`. */
export function targetsOf(host: Host, selection: Selection): readonly LoadOptions[] {
  const { paths, files } = selection;
  const options = optionsOf(selection);
  if (files.length > 0) {
    if (paths.length > 0)
      throw new UserError('give either PATHs, a project each, or -f files of one project, not both');
    return [{ ...options, files }];
  }
  if (paths.length === 0) return [options];
  return [...new Set(paths)].map((given) => target(host, options, given));
}

/** What is common to all projects. */
export function optionsOf(selection: Selection): LoadOptions {
  const { workingDirectory, mode, profiles, envFiles, projectName, projectDirectory, displayDirectory, limits } =
    selection;
  return {
    workingDirectory,
    mode,
    profiles: profiles.length > 0 ? profiles : ALL_PROFILES,
    ...(envFiles.length > 0 && { envFiles }),
    ...(projectName !== undefined && { projectName }),
    ...(projectDirectory !== undefined && { projectDirectory }),
    ...(displayDirectory !== undefined && { displayDirectory }),
    ...(limits && { limits }),
  };
}

function target(host: Host, options: LoadOptions, given: string): LoadOptions {
  if (given === '-') return { ...options, files: ['-'] };
  const absolute = toPosix(path.resolve(options.workingDirectory, given));
  if (host.stat(absolute) !== 'directory') return { ...options, files: [absolute] };
  // A directory that was named is meant itself: a project further up is not what was asked for.
  if (!host.list(absolute).some((name) => FILE_NAMES.some((known) => known === name) || name === '.env')) {
    throw new UserError(`${given}: no Compose file in this directory`, {
      hint: `Looked for ${FILE_NAMES.join(', ')}.`,
    });
  }
  return {
    ...options,
    workingDirectory: absolute,
    displayDirectory: options.displayDirectory ?? options.workingDirectory,
  };
}
