/** Where the repository begins, because code scanning wants paths from there. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { toPosix } from './disk.js';

/** The nearest folder at or above with a `.git`; `undefined` outside of any repository. */
export function repositoryRoot(from: string): string | undefined {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder;
    if (path.dirname(folder) === folder) return undefined;
  }
}

/** The path of a folder inside its repository, `''` for the root or outside of one. */
export function folderInRepository(folder: string): string {
  const root = repositoryRoot(folder);
  return root === undefined ? '' : toPosix(path.relative(root, path.resolve(folder)));
}
