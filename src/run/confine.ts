/**
 * Keeps a run within directories: what lies outside of them is neither read nor written, nor even looked at, for a look
 * at a path of somebody else's choice can open a connection (`\\host\share`, an automount).
 */
import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../compose/problem.js';
import { codeOf, type DiskHost, isWithin } from './disk.js';

/** What may be opened. */
export interface Bounds {
  /** Directories with all that is in them. */
  readonly roots: readonly string[];
  /** Single files elsewhere, which somebody named. */
  readonly files?: readonly string[];
  /** How a reader is told where the bounds are, and how to widen them. */
  readonly reason: string;
}

/** A host for which everything beyond the bounds is `outside`. Links are resolved step by step, and what is opened is where they led. */
export function confined(host: DiskHost, { roots, files = [], reason }: Bounds): DiskHost {
  const inside = wayInside(roots);
  const named = new Set(files.map((file) => path.resolve(file)));
  const way = (file: string): string | Refusal => {
    const found = inside(file);
    return typeof found !== 'string' && found.code === 'outside' && named.has(path.resolve(file)) && !isLink(file)
      ? file
      : found;
  };
  return {
    ...host,
    readFile: (file) => {
      const target = way(file);
      if (typeof target !== 'string') return { ok: false, reason: target.code === 'outside' ? reason : target.reason };
      const read = host.readFile(target);
      // Who can change links while a run goes on could lead it elsewhere.
      if (isLink(target)) return { ok: false, reason: 'changed while it was read' };
      return !read.ok && isLink(file) && host.stat(target) === undefined ? LEADS_NOWHERE : read;
    },
    stat: (file) => {
      const target = way(file);
      if (typeof target === 'string') return host.stat(target);
      return target.code === 'outside' ? 'outside' : undefined;
    },
    list: (directory) => {
      const target = way(directory);
      return typeof target === 'string' ? host.list(target) : [];
    },
    entries: (directory) => {
      const target = way(directory);
      return typeof target === 'string' ? host.entries(target) : [];
    },
  };
}

/** The absolute path of what was given as `name`, relative to a directory. Throws a `UserError` where it leads out of the root. */
export function pathInside(root: string, directory: string, given: string, name: string): string {
  const absolute = path.resolve(directory, given);
  if (typeof wayInside([root])(absolute) !== 'string') {
    throw new UserError(`${name}: '${given}' leads out of the workspace`);
  }
  return absolute;
}

const LEADS_NOWHERE = { ok: false, reason: 'is a symbolic link that leads nowhere' } as const;

type Refusal = { readonly code: 'outside' } | { readonly code: 'broken'; readonly reason: string };

const OUTSIDE: Refusal = { code: 'outside' };
/** As many links as Linux follows. */
const MOST_LINKS = 40;
/** No file system has longer ones. */
const LONGEST_PATH = 4_096;

/**
 * Where a path leads, without a link in it, or why it leads nowhere in the roots. Of what is not there yet: where it
 * would come to be. A link may lead anywhere in any of the roots.
 */
function wayInside(roots: readonly string[]): (file: string) => string | Refusal {
  const reals = roots.flatMap((root) => realRoot(root) ?? []);
  /** A root as it was named may have a link above it (`/tmp` on some systems): that one is trusted. */
  const names = roots.map((root) => path.resolve(root));
  /** Directories in the roots, the roots included, that no link leads to. */
  const plain = new Set(reals);
  const rootOf = (file: string) => reals.find((root) => isWithin(root, file));

  return (file) => {
    let target = path.resolve(file);
    if (target.length > LONGEST_PATH) return { code: 'broken', reason: 'file name too long' };
    if (plain.has(path.dirname(target)) && !isLink(target)) return target;
    const named = names.findIndex((name) => isWithin(name, target));
    if (named >= 0 && reals[named]) target = path.join(reals[named], path.relative(names[named] ?? '', target));
    for (let links = 0; links <= MOST_LINKS; links++) {
      const root = rootOf(target);
      if (root === undefined) return OUTSIDE;
      const next = firstLink(root, target, plain);
      if (typeof next !== 'object') return target;
      target = path.resolve(next.to, next.rest);
    }
    return { code: 'broken', reason: 'too many levels of symbolic links' };
  };
}

/** The first link on the way from a root to a file: where it leads to, and what is left of the way. */
function firstLink(root: string, target: string, plain: Set<string>): { to: string; rest: string } | undefined {
  const parts = path.relative(root, target).split(path.sep);
  let at = root;
  for (const [index, part] of parts.entries()) {
    if (part === '') continue;
    const parent = at;
    at = path.join(at, part);
    if (plain.has(at)) continue;
    const link = linkAt(at);
    if (link !== undefined) return { to: path.resolve(parent, link), rest: parts.slice(index + 1).join(path.sep) };
    // Only directories on the way are asked for again and again.
    if (index < parts.length - 1) plain.add(at);
  }
  return undefined;
}

function linkAt(file: string): string | undefined {
  try {
    // What is not there is asked for often, and an error costs more than an answer.
    return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(file) : undefined;
  } catch {
    return undefined;
  }
}

function isLink(file: string): boolean {
  return linkAt(file) !== undefined;
}

function realRoot(root: string): string | undefined {
  try {
    return realpathSync.native(root);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return undefined;
  }
}
