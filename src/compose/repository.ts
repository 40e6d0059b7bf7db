/** What git would take along of the files around a project, as far as its ignore files tell (gitignore(5)). */
import { matchSegments } from '../source/glob.js';
import { directoryOf, resolve } from './file-path.js';
import { exists, type Host } from './host.js';

export interface Repository {
  /**
   * Whether the file lies in a git repository and is not ignored; `undefined` where nothing can be told, because there is
   * no repository or no such file. Paths may be relative to the directory that was given.
   */
  readonly takes: (path: string) => boolean | undefined;
}

export interface Pattern {
  readonly negated: boolean;
  readonly directoriesOnly: boolean;
  /** Matches from the directory of its file; otherwise the last segment alone counts. */
  readonly anchored: boolean;
  readonly segments: readonly string[];
}

const MOST_PATTERNS = 10_000;
const LONGEST_PATTERN = 1_000;
const DEEPEST = 200;

export function repositoryOf(host: Host, workingDirectory: string): Repository {
  const patterns = new Map<string, readonly Pattern[]>();
  const patternsOf = (directory: string): readonly Pattern[] => {
    const known = patterns.get(directory) ?? readPatterns(host, directory);
    patterns.set(directory, known);
    return known;
  };
  return {
    takes: (path) => {
      const file = resolve(workingDirectory, path);
      const chain = directoriesUpToRoot(host, directoryOf(file));
      if (!chain) return undefined;
      if (host.stat(file) !== 'file') return undefined;
      return !isIgnored([...chain.reverse(), file], patternsOf);
    },
  };
}

/** From the directory up to the one that holds `.git`; `undefined` where none does. */
function directoriesUpToRoot(host: Host, directory: string): string[] | undefined {
  const chain: string[] = [];
  for (let current = directory; chain.length < DEEPEST; current = directoryOf(current)) {
    chain.push(current);
    if (exists(host, join(current, '.git'))) return chain;
    if (directoryOf(current) === current) return undefined;
  }
  return undefined;
}

/** `way` leads from the root to the file. What lies in an ignored directory is ignored for good. */
function isIgnored(way: readonly string[], patternsOf: (directory: string) => readonly Pattern[]): boolean {
  for (let index = 1; index < way.length; index++) {
    const path = way[index] ?? '';
    const isDirectory = index < way.length - 1;
    const levels = way.slice(0, index).map((directory) => ({ directory, patterns: patternsOf(directory) }));
    if (isNamed(levels, path, isDirectory)) return true;
  }
  return false;
}

/** What the ignore files of one directory say. */
export interface IgnoreLevel {
  readonly directory: string;
  readonly patterns: readonly Pattern[];
}

/** From the repository's root down to the directory; the directory alone where there is no repository. */
export function ignoreLevels(host: Host, directory: string): readonly IgnoreLevel[] {
  const chain = directoriesUpToRoot(host, directory) ?? [directory];
  return chain.reverse().map((each) => ({ directory: each, patterns: readPatterns(host, each) }));
}

/** Whether the path itself is ignored, its directories apart: the last pattern that matches decides. */
export function isNamed(levels: readonly IgnoreLevel[], path: string, isDirectory: boolean): boolean {
  let ignored = false;
  for (const { directory, patterns } of levels) {
    if (patterns.length === 0) continue;
    const relative = path.slice(join(directory, '').length).split('/');
    for (const pattern of patterns) {
      if ((isDirectory || !pattern.directoriesOnly) && matches(pattern, relative)) ignored = !pattern.negated;
    }
  }
  return ignored;
}

export function readPatterns(host: Host, directory: string): readonly Pattern[] {
  return [join(directory, '.git/info/exclude'), join(directory, '.gitignore')].flatMap((file) => {
    if (host.stat(file) !== 'file') return [];
    const read = host.readFile(file);
    return read.ok ? read.text.split(/\r?\n/, MOST_PATTERNS).flatMap(parsePattern) : [];
  });
}

export function parsePattern(line: string): readonly Pattern[] {
  if (line.length > LONGEST_PATTERN) return [];
  let text = line.replace(/(?<!\\)[ \t]{1,100}$/, '');
  if (text === '' || text.startsWith('#')) return [];
  const negated = text.startsWith('!');
  if (negated) text = text.slice(1);
  const directoriesOnly = text.endsWith('/');
  if (directoriesOnly) text = text.slice(0, -1);
  const anchored = text.includes('/');
  if (text.startsWith('/')) text = text.slice(1);
  return text === '' ? [] : [{ negated, directoriesOnly, anchored, segments: text.split('/') }];
}

function matches({ anchored, segments }: Pattern, path: readonly string[]): boolean {
  const wanted = anchored ? segments : ['**', ...segments];
  return matchSegments(wanted, path);
}

function join(directory: string, name: string): string {
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
}
