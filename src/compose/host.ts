/** The world as the loader may see it: given by the entry points, so that stdin, editor buffers and tests need no disk. */

/** `outside`: beyond what may be opened; whether anything is there was not looked at. */
export type FileKind = 'file' | 'directory' | 'other' | 'outside';

/** Paths are absolute with `/` as separator, or drive-letter absolute on Windows. No method throws. */
export interface Host {
  /** The text of a regular file, or why it cannot be had. Bytes that are no UTF-8 are an error, a byte order mark is dropped. */
  readonly readFile: (path: string) => FileText;
  /** What is at a path, symbolic links followed; `undefined` where there is nothing. */
  readonly stat: (path: string) => FileKind | undefined;
  /** The names in a directory, sorted; empty where it cannot be read. */
  readonly list: (path: string) => readonly string[];
  /** The environment variables the user meant for Compose. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Whether something is at a path that may be opened. */
export function exists(host: Host, path: string): boolean {
  const kind = host.stat(path);
  return kind !== undefined && kind !== 'outside';
}

export type FileText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };
