/** Names of files, as texts with `/` as separator. Nothing here looks at a disk. */

export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);
}

/** Absolute, without a part that is empty or begins with a point: most paths. */
const CLEAN = /^(?:\/[^./][^/]*)+$/;

/** The shortest equal path: no `.`, no empty parts, `..` only in front (Go's `filepath.Clean`). */
export function clean(path: string): string {
  if (CLEAN.test(path)) return path;
  const root = /^(?:[A-Za-z]:)?\//.exec(path)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of path.slice(root.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (root === '') parts.push(part);
  }
  return root + parts.join('/') || '.';
}

/** Joins and cleans; empty parts count for nothing. */
export function join(...parts: readonly string[]): string {
  const named = parts.filter((part) => part !== '');
  return named.length === 0 ? '' : clean(named.join('/'));
}

/** A path as seen from a directory: absolute paths stay what they are. */
export function resolve(directory: string, path: string): string {
  return isAbsolute(path) ? clean(path) : join(directory, path);
}

export function directoryOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut < 0 ? '.' : clean(path.slice(0, cut + 1));
}

export function baseName(path: string): string {
  const cleaned = clean(path);
  return cleaned.slice(cleaned.lastIndexOf('/') + 1) || cleaned;
}

/** The way from one directory to a path; `undefined` where one is absolute and the other is not. */
export function relative(from: string, to: string): string | undefined {
  if (isAbsolute(from) !== isAbsolute(to)) return undefined;
  const start = partsOf(from);
  const end = partsOf(to);
  let shared = 0;
  while (shared < start.length && shared < end.length && start[shared] === end[shared]) shared++;
  if (start[shared] === '..') return undefined;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/') || '.';
}

function partsOf(path: string): readonly string[] {
  return clean(path)
    .split('/')
    .filter((part) => part !== '' && part !== '.');
}

/** How a user names a file from a directory: relative where that is shorter. */
export function shownPath(directory: string, path: string): string {
  const near = isAbsolute(path) ? relative(directory, path) : undefined;
  return near !== undefined && near.length < path.length ? near : path;
}

/** Whether a path is absolute on Windows: `C:\data`, `C:/data`, `\\server\share`, `\\.\pipe\x`, `\??\c:\x`. */
export function isWindowsAbsolute(path: string): boolean {
  return /^[ -~]:[\\/]/.test(path) || /^[\\/]{2}/.test(path) || /^[\\/]\?\?[\\/][^\\/]*[\\/]/.test(path);
}
