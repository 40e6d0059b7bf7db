/** Paths as Go's `path` package treats them, and which ones are absolute on Windows. Nothing here looks at a disk. */

/** The shortest equal path, by its text alone; empty becomes `.`. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') kept.push(name);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!rooted) kept.push(name);
  }
  const text = kept.join('/');
  return rooted ? `/${text}` : text || '.';
}

/** Joined and cleaned; empty parts do not count, and nothing but empty parts is empty. */
export function joinPath(...parts: readonly string[]): string {
  const text = parts.filter((part) => part !== '').join('/');
  return text === '' ? '' : cleanPath(text);
}

export function isAbsolutePath(path: string): boolean {
  return path.startsWith('/');
}

/** Whether a path is absolute on Windows: `C:\data`, `C:/data`, `\\server\share`, `\\.\pipe\x`, `\??\c:\x`. */
export function isWindowsAbsolute(path: string): boolean {
  return /^[ -~]:[\\/]/.test(path) || /^[\\/]{2}/.test(path) || /^[\\/]\?\?[\\/][^\\/]*[\\/]/.test(path);
}
