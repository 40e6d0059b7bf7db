/** The loader's view of the real disk. Reads regular files only, never blocks, and never reads more than a limit. */
import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileKind, FileText, Host } from '../compose/host.js';
import { DEFAULT_LIMITS, type Limits, movedBy } from '../source/limits.js';

/** What `process.env` may hold for the project; the entry points decide. */
export type Environment = Readonly<Record<string, string | undefined>>;

export type EntryKind = FileKind | 'link';

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

/** A host whose directories can be walked without following symbolic links. */
export interface DiskHost extends Host {
  /** Sorted by name; empty where the directory cannot be read. */
  readonly entries: (directory: string) => readonly DirectoryEntry[];
}

export function diskHost(env: Environment, limits: Limits = DEFAULT_LIMITS): DiskHost {
  return {
    env,
    readFile: (file) => readText(file, limits),
    stat: kindOf,
    list: namesIn,
    entries: entriesIn,
  };
}

/** Whether a path is a directory or in it, by its name; both absolute, as the system writes them. */
export function isWithin(directory: string, file: string): boolean {
  return file === directory || file.startsWith(directory.endsWith(path.sep) ? directory : directory + path.sep);
}

/** Windows paths with `/`, as the loader wants them. */
export function toPosix(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file;
}

function kindOf(file: string): FileKind | undefined {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return undefined;
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other';
  } catch {
    return undefined;
  }
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    return [];
  }
}

function entriesIn(directory: string): readonly DirectoryEntry[] {
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    return entries
      .map((entry) => ({ name: entry.name, kind: kindOfEntry(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function kindOfEntry(entry: Dirent): EntryKind {
  if (entry.isSymbolicLink()) return 'link';
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other';
}

/**
 * The kind is asked of the open descriptor, so that nothing can be swapped in between; `O_NONBLOCK` lets the opening of
 * a pipe return, which is then refused.
 */
function readText(file: string, limits: Limits): FileText {
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) return { ok: false, reason: 'is a directory' };
    if (!stat.isFile()) return { ok: false, reason: 'is not a regular file' };
    if (stat.size > limits['file-size']) return { ok: false, reason: tooLarge(limits) };
    const bytes = Buffer.allocUnsafe(stat.size + 1);
    let length = 0;
    for (;;) {
      const count = readSync(descriptor, bytes, length, bytes.length - length, null);
      if (count === 0) break;
      length += count;
      if (length === bytes.length) return { ok: false, reason: 'grew while it was read' };
    }
    return decode(bytes.subarray(0, length));
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  } finally {
    closeSync(descriptor);
  }
}

export function tooLarge(limits: Limits): string {
  return `is larger than ${limits['file-size']} bytes ${movedBy('file-size', limits)}`;
}

/** UTF-8 or a reason; a byte order mark is dropped. */
export function decode(bytes: Uint8Array): FileText {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, reason: 'is not UTF-8 text' };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'too many levels of symbolic links',
  ENOTDIR: 'not a directory',
  EISDIR: 'is a directory',
  ENAMETOOLONG: 'file name too long',
  EMFILE: 'too many open files',
  ENXIO: 'is not a regular file',
};

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === 'ERR_INVALID_ARG_VALUE') return 'is no valid path';
  return REASONS[code] ?? `cannot be read (${code || 'unknown error'})`;
}

/** The code of an error of the operating system, or of Node. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
