/** The projects below directories, and the projects that files belong to. */
import type { Gap } from '../analysis/report.js';
import { directoryOf, resolve, shownPath } from '../compose/file-path.js';
import type { Host } from '../compose/host.js';
import { loadProject } from '../compose/load.js';
import type { DiskHost } from './disk.js';
import { type ComposeFolder, findProjects } from './find-projects.js';
import { type Attempt, loadFound, type SearchOptions } from './load-found.js';

export interface SearchResult {
  readonly attempts: readonly Attempt[];
  readonly notes: readonly Gap[];
  /** Where a search had to stop. */
  readonly gaps: readonly Gap[];
}

/** Every project in the directories, and each file as a project of its own. Paths are absolute. */
export function projectsBelow(
  host: DiskHost,
  paths: readonly string[],
  common: SearchOptions,
  exclude: readonly string[],
): SearchResult {
  const { displayDirectory } = common;
  const searches = paths.map((path): SearchResult => {
    if (host.stat(path) !== 'directory') return { attempts: [loadAlone(host, path, common)], notes: [], gaps: [] };
    const { folders, notes, gaps } = findProjects(host, path, { displayDirectory, exclude, limits: common.limits });
    return { attempts: loadFound(host, folders, common), notes, gaps };
  });
  return {
    attempts: distinct(searches.flatMap(({ attempts }) => attempts)),
    notes: searches.flatMap(({ notes }) => notes),
    gaps: searches.flatMap(({ gaps }) => gaps),
  };
}

/**
 * The projects below a root that the files are a part of: as a main file, an override, a fragment, or by `include` and
 * `extends`, from wherever. A file that is a part of none is a project of its own. Paths are absolute.
 */
export function projectsAround(
  host: DiskHost,
  paths: readonly string[],
  root: string,
  common: SearchOptions,
): SearchResult {
  const { displayDirectory } = common;
  const changed = new Map(paths.map((path) => [shownPath(displayDirectory, path), path]));
  const directories = new Set(paths.map(directoryOf));
  const { folders, gaps } = findProjects(host, root, { displayDirectory, exclude: [], limits: common.limits });
  const candidates = folders.filter((folder) => directories.has(folder.directory) || refersToOthers(host, folder));
  const touched = loadFound(host, candidates, common).filter(({ files }) => files.some((file) => changed.has(file)));
  const known = new Set(touched.flatMap(({ files }) => files));
  const alone = [...changed].filter(([shown]) => !known.has(shown)).map(([, path]) => loadAlone(host, path, common));
  return { attempts: distinct([...touched, ...alone]), notes: gaps, gaps: [] };
}

function loadAlone(host: Host, path: string, common: SearchOptions): Attempt {
  const options = { ...common, files: [path] };
  const file = shownPath(common.displayDirectory, path);
  return { ...loadProject(host, options), options, file, files: [file] };
}

/** Whether a project may have files elsewhere; to load all projects of a large repository takes too long for a commit. */
function refersToOthers(host: Host, { directory, isProject, main, override, others }: ComposeFolder): boolean {
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
