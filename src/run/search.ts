/** The projects below directories, and the projects that files belong to. */
import type { Gap } from '../analysis/report.js';
import { directoryOf, resolve, shownPath } from '../compose/file-path.js';
import { groupsOf } from '../topology/groups.js';
import type { DiskHost } from './disk.js';
import { type ComposeFolder, findProjects } from './find-projects.js';
import { type Attempt, loadEvery, loadFound, positionsOf, type SearchOptions } from './load-found.js';
import type { Loader } from './loader.js';
import { outlookOf } from './outlook.js';
import { type Piece, shareOf } from './shard.js';
import type { Shard } from './shard-name.js';

export interface SearchResult {
  /**
   * What was found, in parts that have no file in common, each loaded when it is asked for. An attempt's position is its
   * place in the whole search.
   */
  readonly batches: Iterable<readonly Attempt[]>;
  readonly notes: readonly Gap[];
  /** Where a search had to stop. */
  readonly gaps: readonly Gap[];
  /** Where projects may be, those of other shards included. Absolute. */
  readonly directories: readonly string[];
  /** Where only a part of the projects was asked for. */
  readonly share?: { readonly run: string; readonly total: number };
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
  /** How many places may be loaded together. */
  readonly together: number;
}

/** Every project in the directories, and each file as a project of its own. Paths are absolute. */
export function projectsBelow(
  host: DiskHost,
  loader: Loader,
  paths: readonly string[],
  { common, exclude, shard, together }: BelowOptions,
): SearchResult {
  const { displayDirectory } = common;
  const searches = paths.map((path): Search => {
    if (host.stat(path) !== 'directory') return { folders: [], alone: path, notes: [], gaps: [] };
    return { ...findProjects(host, path, { displayDirectory, exclude, limits: common.limits }), alone: undefined };
  });
  const places = new Set(searches.flatMap(({ folders, alone }) => alone ?? folders.map(({ directory }) => directory)));
  const isWhole = !shard && places.size <= together;
  const pieces = isWhole ? [] : piecesOf(host, loader, searches, common);
  const share = shard && shareOf(pieces, shard);
  const own = share ? pieces.filter((_, index) => share.own.has(index)) : pieces;
  const parts = isWhole ? [places] : partsOf(own, together);
  return {
    batches: batchesOf(host, loader.recalled, searches, parts, common),
    // What is true of the search itself is for one part to tell.
    notes: shard && shard.index > 1 ? [] : searches.flatMap(({ notes }) => notes),
    gaps: shard && shard.index > 1 ? [] : searches.flatMap(({ gaps }) => gaps),
    directories: searches.flatMap(({ folders, alone }) =>
      alone === undefined ? folders.map(({ directory }) => directory) : [directoryOf(alone)],
    ),
    ...(share && { share: { run: share.run, total: pieces.length } }),
  };
}

/** A folder, or a file that is a project of its own, with what ties it to others. */
interface Found extends Piece {
  readonly origin: string;
}

/** Loads what reaches beyond its folder, for a moment; of the rest it is enough to know where it is. */
function piecesOf(
  host: DiskHost,
  loader: Loader,
  searches: readonly Search[],
  common: SearchOptions,
): readonly Found[] {
  const isSteered = [host.env.COMPOSE_FILE, host.env.COMPOSE_ENV_FILES, common.envFiles].some(Boolean);
  const weights = new Map<string, number>();
  const wide = new Set<string>();
  // Of one folder two searches may see different files.
  for (const folder of searches.flatMap(({ folders }) => folders)) {
    const { weight, isWide } = outlookOf(host, folder);
    weights.set(folder.directory, Math.max(weight, weights.get(folder.directory) ?? 0));
    if (isWide || isSteered) wide.add(folder.directory);
  }
  const reaching = searches.flatMap(({ folders, alone }) =>
    alone === undefined
      ? loadEvery(host, folders, { ...common, loader, isWanted: ({ directory }) => wide.has(directory) })
      : [loadAlone(loader, alone, common)],
  );
  const filesOf = new Map<string, Map<string, number>>([...wide].map((directory) => [directory, new Map()]));
  for (const { origin, options } of reaching) {
    const files = filesOf.get(origin) ?? new Map<string, number>();
    filesOf.set(origin, files);
    for (const [file, length] of loader.filesOf(options)) files.set(file, length);
  }
  loader.forget();
  const pieces = new Map<string, Found>();
  for (const [directory, weight] of weights) pieces.set(directory, pieceOf(directory, common, [], weight));
  for (const [origin, files] of filesOf) {
    const weight = [...files.values()].reduce((sum, length) => sum + length, 0);
    const links = [...files.keys()].map((file) => (weights.has(directoryOf(file)) ? directoryOf(file) : file));
    pieces.set(origin, pieceOf(origin, common, links, weight));
  }
  return [...pieces.values()];
}

/** Pieces that are tied together in one part, and about as many in each as may be loaded together. */
function partsOf(pieces: readonly Found[], together: number): readonly ReadonlySet<string>[] {
  const parts: Set<string>[] = [];
  for (const members of groupsOf(pieces.map(({ links }) => links))) {
    const last = parts.at(-1);
    const part = last && last.size + members.length <= together ? last : new Set<string>();
    if (part !== last) parts.push(part);
    for (const member of members) part.add(pieces[member]?.origin ?? '');
  }
  return parts;
}

function* batchesOf(
  host: DiskHost,
  loader: Pick<Loader, 'load'>,
  searches: readonly Search[],
  parts: readonly ReadonlySet<string>[],
  common: SearchOptions,
): Generator<readonly Attempt[]> {
  for (const part of parts) {
    let offset = 0;
    const attempts = searches.flatMap(({ folders, alone }): readonly Attempt[] => {
      const first = offset;
      offset += alone === undefined ? positionsOf(folders) : 1;
      const found =
        alone === undefined
          ? loadFound(host, folders, { ...common, loader, isWanted: ({ directory }) => part.has(directory) })
          : [alone].filter((file) => part.has(file)).map((file) => loadAlone(loader, file, common));
      return found.map((attempt) => ({ ...attempt, position: first + attempt.position }));
    });
    yield distinct(attempts);
  }
}

function pieceOf(origin: string, { displayDirectory }: SearchOptions, links: readonly string[], weight: number): Found {
  return { origin, name: shownPath(displayDirectory, origin), links: [origin, ...links], weight };
}

/**
 * The projects below a root that the files are a part of: as a main file, an override, a fragment, or by `include` and
 * `extends`, from wherever. A file that is a part of none is a project of its own. Paths are absolute.
 */
export function projectsAround(
  host: DiskHost,
  loader: Pick<Loader, 'load'>,
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
    batches: [distinct([...touched, ...alone])],
    notes: gaps,
    gaps: [],
    directories: [...directories],
  };
}

function loadAlone(loader: Pick<Loader, 'load'>, path: string, common: SearchOptions): Attempt {
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
