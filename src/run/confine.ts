/** Keeps a run within a directory: what lies outside of it, symbolic links resolved, is neither read nor written. */
import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../compose/problem.js';
import type { DiskHost } from './disk.js';

/** A host for which nothing exists outside of the directory. */
export function confined(host: DiskHost, root: string): DiskHost {
  const inside = isInsideOf(root);
  return {
    ...host,
    readFile: (file) => (inside(file) ? host.readFile(file) : { ok: false, reason: 'lies outside of the workspace' }),
    stat: (file) => (inside(file) ? host.stat(file) : undefined),
    list: (directory) => (inside(directory) ? host.list(directory) : []),
    entries: (directory) => (inside(directory) ? host.entries(directory) : []),
  };
}

/** The absolute path of what was given as `name`, relative to a directory. Throws a `UserError` where it leads out of the root. */
export function pathInside(root: string, directory: string, given: string, name: string): string {
  const absolute = path.resolve(directory, given);
  if (!isInsideOf(root)(absolute)) throw new UserError(`${name}: '${given}' leads out of the workspace`);
  return absolute;
}

function isInsideOf(root: string): (file: string) => boolean {
  const real = realpathSync.native(root);
  const prefix = real.endsWith(path.sep) ? real : real + path.sep;
  return (file) => {
    const target = realPath(path.resolve(file));
    return target === real || (target?.startsWith(prefix) ?? false);
  };
}

/** No file system has longer ones, and the way up from a path must end. */
const LONGEST_PATH = 4_096;

/**
 * Where a path leads once its links are resolved; of what is not there yet, where it would come to be. `undefined` for
 * a link that leads nowhere, of which nobody knows where it will lead.
 */
function realPath(file: string): string | undefined {
  if (file.length > LONGEST_PATH) return undefined;
  try {
    return realpathSync.native(file);
  } catch {
    const parent = path.dirname(file);
    if (parent === file || isLink(file)) return undefined;
    const real = realPath(parent);
    return real && path.join(real, path.basename(file));
  }
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}
