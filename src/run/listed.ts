/** What a search has seen is not asked for again: of the thirty names that a project may have files by, most are not there. */
import type { DirectoryEntry, DiskHost } from './disk.js';

/** Names that every file system tells apart, but for the case of their letters; Windows drops dots at the end. */
const PLAIN_NAME = /^[\w.-]*[\w-]$/;

const ASCII = /^[ -~]*$/;

/** A hundred bytes each. Directories that are larger have seldom projects in them. */
const MOST_NAMES = { inAll: 200_000, inOne: 1_000 };

/**
 * A host that knows, of directories whose entries were asked for, what is not in them. What comes to be later is not seen,
 * nor is what the host beneath does not list.
 */
export function rememberingEntries(host: DiskHost): DiskHost {
  const known = new Map<string, ReadonlySet<string>>();
  let names = 0;
  const remember = (directory: string, entries: readonly DirectoryEntry[]) => {
    if (entries.length > MOST_NAMES.inOne || names + entries.length > MOST_NAMES.inAll || known.has(directory)) return;
    // Some disks take `\u017f` for an `s`: which of such names are the same is for them to say.
    if (!entries.every(({ name }) => ASCII.test(name))) return;
    names += entries.length;
    known.set(directory, new Set(entries.map(({ name }) => name.toLowerCase())));
  };
  return {
    ...host,
    entries: (directory) => {
      const entries = host.entries(directory);
      // Of one that cannot be read nothing is known.
      if (entries.length > 0) remember(directory, entries);
      return entries;
    },
    stat: (file) => {
      const end = file.lastIndexOf('/');
      const name = file.slice(end + 1);
      const isAbsent = known.get(file.slice(0, end))?.has(name.toLowerCase()) === false && PLAIN_NAME.test(name);
      return isAbsent ? undefined : host.stat(file);
    },
  };
}
