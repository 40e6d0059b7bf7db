/** The files of one run: each is read once, through the host, and has one `SourceText` however often it is used. */
import type { SourceText } from '../source/text.js';
import { shownPath } from './file-path.js';
import type { FileKind, Host } from './host.js';

export type Read =
  | { readonly ok: true; readonly source: SourceText }
  /** In Compose's wording: `open PATH: no such file or directory`. */
  | { readonly ok: false; readonly message: string };

export interface Sources {
  readonly read: (path: string) => Read;
  readonly stat: (path: string) => FileKind | undefined;
  /** The user's home directory, where the environment names one. */
  readonly home: string | undefined;
}

/** Paths are shown as seen from `directory`. */
export function createSources(host: Host, directory: string): Sources {
  const known = new Map<string, Read>();
  const read = (path: string): Read => {
    const kind = path === '-' ? 'file' : host.stat(path);
    if (kind === 'directory') return { ok: false, message: `read ${path}: is a directory` };
    const file = host.readFile(path);
    if (!file.ok) return { ok: false, message: `open ${path}: ${file.reason}` };
    return { ok: true, source: { path: shownPath(directory, path), text: file.text } };
  };
  return {
    read: (path) => {
      const earlier = known.get(path);
      if (earlier) return earlier;
      const result = read(path);
      known.set(path, result);
      return result;
    },
    stat: host.stat,
    home: host.env.HOME ?? host.env.USERPROFILE,
  };
}
