/**
 * Finds the Compose files below a directory by their names. Symbolic links are not followed, what git ignores is left
 * out, and so is everything in `node_modules` and `.git`.
 */
import type { Gap } from '../analysis/report.js';
import { join, shownPath } from '../compose/file-path.js';
import type { IgnoreLevel } from '../compose/repository.js';
import { ignoreLevels, isNamed, parsePattern, readPatterns } from '../compose/repository.js';
import { type LimitName, type Limits, limitsWith, movedBy } from '../source/limits.js';
import { isComposeName, mainName, overrideName } from './compose-names.js';
import type { DirectoryEntry, DiskHost } from './disk.js';

/** A directory with Compose files in it. All paths are absolute. */
export interface ComposeFolder {
  readonly directory: string;
  /** Whether Docker Compose, started here, would find a project here. */
  readonly isProject: boolean;
  /** The file that it would begin with, unless `.env` names others. */
  readonly main: string | undefined;
  readonly override: string | undefined;
  /** Compose files by their names that it would pass over: `compose.prod.yaml`. */
  readonly others: readonly string[];
}

export interface FindOptions {
  /** What paths in messages are relative to. */
  readonly displayDirectory: string;
  /** Patterns of what to leave out, as in `.gitignore`, seen from the directory that is searched. */
  readonly exclude: readonly string[];
  readonly limits?: Partial<Limits> | undefined;
}

export interface Found {
  readonly folders: readonly ComposeFolder[];
  readonly notes: readonly Gap[];
  /** Where the search had to stop. */
  readonly gaps: readonly Gap[];
}

interface Visit {
  readonly directory: string;
  readonly depth: number;
  /** Of the directories above. */
  readonly levels: readonly IgnoreLevel[];
}

const NEVER_ENTERED = new Set(['.git', 'node_modules']);

/** Parents come before children, siblings in the order of their names. */
export function findProjects(host: DiskHost, directory: string, options: FindOptions): Found {
  const limits = limitsWith(options.limits);
  const excluded = { directory, patterns: options.exclude.flatMap(parsePattern) };
  const folders: ComposeFolder[] = [];
  const notes: Gap[] = [];
  const pending: Visit[] = [{ directory, depth: 0, levels: ignoreLevels(host, directory).slice(0, -1) }];
  let visited = 0;
  let cut: LimitName | undefined;
  for (let visit = pending.pop(); visit; visit = pending.pop()) {
    if (visited === limits.directories || folders.length === limits.projects) {
      cut = visited === limits.directories ? 'directories' : 'projects';
      break;
    }
    visited++;
    const { depth, directory: here } = visit;
    const entries = host.entries(here);
    const hasPatterns = entries.some(({ name }) => name === '.gitignore' || name === '.git');
    const levels = hasPatterns
      ? [...visit.levels, { directory: here, patterns: readPatterns(host, here) }]
      : visit.levels;
    const isOut = ({ name, kind }: DirectoryEntry): boolean => {
      const path = join(here, name);
      const isDirectory = kind === 'directory';
      return isNamed(levels, path, isDirectory) || isNamed([excluded], path, isDirectory);
    };
    const files = entries.filter((entry) => entry.kind !== 'directory' && isWanted(entry) && !isOut(entry));
    const folder = folderOf(host, here, files);
    if (folder) folders.push(folder);
    const links = files.filter(({ name, kind }) => kind === 'link' && isComposeName(name));
    notes.push(...links.map(({ name }) => linkNote(join(here, name), options)));

    const below = entries.filter(({ name, kind }) => kind === 'directory' && !NEVER_ENTERED.has(name));
    if (below.length > 0 && depth >= limits['search-depth']) cut = 'search-depth';
    else {
      for (const entry of below.filter((each) => !isOut(each)).reverse()) {
        pending.push({ directory: join(here, entry.name), depth: depth + 1, levels });
      }
    }
  }
  return { folders, notes, gaps: cut ? [limitGap(directory, cut, limits, options)] : [] };
}

function isWanted({ name }: DirectoryEntry): boolean {
  return name === '.env' || isComposeName(name);
}

function folderOf(host: DiskHost, directory: string, entries: readonly DirectoryEntry[]): ComposeFolder | undefined {
  const names = new Set(entries.flatMap(({ name, kind }) => (kind === 'file' ? [name] : [])));
  const hasList = names.delete('.env') && namesFiles(host, join(directory, '.env'));
  const main = mainName(names);
  const override = main === undefined ? undefined : overrideName(names);
  if (names.size === 0 && !hasList) return undefined;
  return {
    directory,
    isProject: main !== undefined || hasList,
    main: main && join(directory, main),
    override: override && join(directory, override),
    others: [...names].filter((name) => name !== main && name !== override).map((name) => join(directory, name)),
  };
}

/** Whether a `.env` says which files the project has. */
function namesFiles(host: DiskHost, path: string): boolean {
  const read = host.readFile(path);
  return read.ok && /^[ \t]*(?:export[ \t]+)?COMPOSE_FILE[ \t]*=/m.test(read.text);
}

function linkNote(path: string, { displayDirectory }: FindOptions): Gap {
  return {
    reason: 'a symbolic link, which a search does not follow: name the file itself to have it checked',
    file: shownPath(displayDirectory, path),
  };
}

function limitGap(directory: string, cut: LimitName, limits: Limits, { displayDirectory }: FindOptions): Gap {
  return {
    reason: `too many directories, or too deep ones, to search all of them: name the projects ${movedBy(cut, limits)}`,
    file: shownPath(displayDirectory, directory),
  };
}
