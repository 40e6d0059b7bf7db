/** The projects below directories, and the projects that files belong to. */
import type { Gap } from '../analysis/report.js';
import { directoryOf, resolve, shownPath } from '../compose/file-path.js';
import type { DiskHost } from './disk.js';
import { type ComposeFolder, findProjects } from './find-projects.js';
import { type Attempt, loadFound, positionsOf, type SearchOptions } from './load-found.js';
import type { Loader } from './loader.js';
import { outlookOf } from './outlook.js';
import { type Piece, type Share, shareOf } from './shard.js';
import type { Shard } from './shard-name.js';

export interface SearchResult {
  readonly attempts: readonly Attempt[];
  readonly notes: readonly Gap[];
  /** Where a search had to stop. */
  readonly gaps: readonly Gap[];
  /** Where projects may be, whichever part of them was loaded. Absolute. */
  readonly directories: readonly string[];
  /** Where only a part of the projects was asked for. */
  readonly share?: Share & { readonly total: number };
}

/** One of the paths to search: a directory, or a file that is a project of its own. */
interface Search {
  readonly folders: readonly ComposeFolder[];
  readonly alone: string | undefined;
  readonly notes: readonly Gap[];
  readonly gaps: readonly Gap[];
}

export interface BelowOptions {
  readonly common: SearchOptions;
  readonly exclude: readonly string[];
  /** Which part of the projects to load. */
  readonly shard?: Shard | undefined;
}

/** Every project in the directories, and each file as a project of its own. Paths are absolute. */
export function projectsBelow(
  host: DiskHost,
  loader: Loader,
  paths: readonly string[],
  { common, exclude, shard }: BelowOptions,
): SearchResult {
  const { displayDirectory } = common;
  const searches = paths.map((path): Search => {
    if (host.stat(path) !== 'directory') return { folders: [], alone: path, notes: [], gaps: [] };
    return { ...findProjects(host, path, { displayDirectory, exclude, limits: common.limits }), alone: undefined };
  });
  const part = shard && partOf(host, loader, searches, common, shard);
  let offset = 0;
  const attempts = searches.flatMap(({ folders, alone }): readonly Attempt[] => {
    const first = offset;
    offset += alone === undefined ? positionsOf(folders) : 1;
    const found =
      alone === undefined
        ? loadFound(host, folders, { ...common, loader, ...(part && { isWanted: part.isWanted }) })
        : [loadAlone(loader, alone, common)];
    return found.map((attempt) => ({ ...attempt, position: first + attempt.position }));
  });
  return {
    attempts: distinct(part ? attempts.filter(({ origin }) => part.isOwn(origin)) : attempts),
    // What is true of the search itself is for one part to tell.
    notes: shard && shard.index > 1 ? [] : searches.flatMap(({ notes }) => notes),
    gaps: shard && shard.index > 1 ? [] : searches.flatMap(({ gaps }) => gaps),
    directories: searches.flatMap(({ folders, alone }) =>
      alone === undefined ? folders.map(({ directory }) => directory) : [directoryOf(alone)],
    ),
    ...(part && { share: part.share }),
  };
}

interface Part {
  readonly share: Share & { readonly total: number };
  /** Whether the shard has to load a folder, be it to know what it brings in. */
  readonly isWanted: (folder: ComposeFolder) => boolean;
  readonly isOwn: (origin: string) => boolean;
}

/** Loads what reaches beyond its folder, which everybody must know; of the rest it is enough to know where it is. */
function partOf(
  host: DiskHost,
  loader: Loader,
  searches: readonly Search[],
  common: SearchOptions,
  shard: Shard,
): Part {
  const folders = new Map<string, ComposeFolder>();
  for (const search of searches) for (const folder of search.folders) folders.set(folder.directory, folder);
  const isSteered = [host.env.COMPOSE_FILE, host.env.COMPOSE_ENV_FILES, common.envFiles].some(Boolean);
  const wide = new Set<string>();
  const pieces = new Map<string, Piece>();
  for (const folder of folders.values()) {
    const { weight, isWide } = outlookOf(host, folder);
    if (isWide || isSteered) wide.add(folder.directory);
    else pieces.set(folder.directory, pieceOf(folder.directory, common, [], weight));
  }
  const narrow = new Set(pieces.keys());
  const reaching = searches.flatMap((search) =>
    search.alone === undefined
      ? loadFound(host, search.folders, { ...common, loader, isWanted: ({ directory }) => wide.has(directory) })
      : [loadAlone(loader, search.alone, common)],
  );
  const filesOf = new Map<string, Map<string, number>>([...wide].map((directory) => [directory, new Map()]));
  for (const { origin, options } of reaching) {
    const files = filesOf.get(origin) ?? new Map<string, number>();
    filesOf.set(origin, files);
    for (const [file, length] of loader.filesOf(options)) files.set(file, length);
  }
  for (const [origin, files] of filesOf) {
    const weight = [...files.values()].reduce((sum, length) => sum + length, 0);
    const links = [...files.keys()].map((file) => (narrow.has(directoryOf(file)) ? directoryOf(file) : file));
    pieces.set(origin, pieceOf(origin, common, links, weight));
  }
  const origins = [...pieces.keys()];
  const share = shareOf([...pieces.values()], shard);
  const own = new Set(origins.filter((_, index) => share.own.has(index)));
  return {
    share: { ...share, total: pieces.size },
    isWanted: ({ directory }) => wide.has(directory) || own.has(directory),
    isOwn: (origin) => own.has(origin),
  };
}

function pieceOf(origin: string, { displayDirectory }: SearchOptions, links: readonly string[], weight: number): Piece {
  return { name: shownPath(displayDirectory, origin), links: [origin, ...links], weight };
}

/**
 * The projects below a root that the files are a part of: as a main file, an override, a fragment, or by `include` and
 * `extends`, from wherever. A file that is a part of none is a project of its own. Paths are absolute.
 */
export function projectsAround(
  host: DiskHost,
  loader: Loader,
  paths: readonly string[],
  root: string,
  common: SearchOptions,
): SearchResult {
  const { displayDirectory } = common;
  const changed = new Map(paths.map((path) => [shownPath(displayDirectory, path), path]));
  const directories = new Set(paths.map(directoryOf));
  const { folders, gaps } = findProjects(host, root, { displayDirectory, exclude: [], limits: common.limits });
  const candidates = folders.filter((folder) => directories.has(folder.directory) || refersToOthers(host, folder));
  const found = loadFound(host, candidates, { ...common, loader });
  const touched = found.filter(({ files }) => files.some((file) => changed.has(file)));
  const known = new Set(touched.flatMap(({ files }) => files));
  const alone = [...changed]
    .filter(([shown]) => !known.has(shown))
    .map(([, path], index) => ({
      ...loadAlone(loader, path, common),
      position: positionsOf(candidates) + index,
    }));
  return {
    attempts: distinct([...touched, ...alone]),
    notes: gaps,
    gaps: [],
    directories: [...directories],
  };
}

function loadAlone(loader: Loader, path: string, common: SearchOptions): Attempt {
  const options = { ...common, files: [path] };
  const file = shownPath(common.displayDirectory, path);
  return { ...loader.load(options), options, file, files: [file], origin: path, position: 0 };
}

/** Whether a project may have files elsewhere; to load all projects of a large repository takes too long for a commit. */
function refersToOthers(host: DiskHost, { directory, isProject, main, override, others }: ComposeFolder): boolean {
  if (isProject && main === undefined) return true;
  const files = [main, override, ...others].flatMap((file) => file ?? []);
  return [...files, resolve(directory, '.env')].some((file) => {
    if (host.stat(file) !== 'file') return false;
    const read = host.readFile(file);
    return read.ok && /\b(?:include|extends|COMPOSE_FILE)\b/.test(read.text);
  });
}

/** What several searches found, once. */
function distinct(attempts: readonly Attempt[]): readonly Attempt[] {
  const seen = new Set<string>();
  return attempts.filter(({ file, files, options }) => {
    const key = JSON.stringify([file, options.files?.length ?? 0, files[0], options.workingDirectory]);
    return !seen.has(key) && seen.add(key);
  });
}
