/**
 * Makes projects of the Compose files that a search has found: a file that stands alone is a project, a fragment is
 * merged onto the main file beside it, and what another project brings in is no project of its own.
 */
import { shownPath } from '../compose/file-path.js';
import type { Host } from '../compose/host.js';
import { type Loaded, type LoadOptions, loadProject } from '../compose/load.js';
import type { Project } from '../compose/project.js';
import type { ComposeFolder } from './find-projects.js';

/** A project, or why it is none. */
export interface Attempt extends Loaded {
  readonly options: LoadOptions;
  /** The file that it is about, as the project would name it; `undefined` where only `.env` tells. */
  readonly file: string | undefined;
  /** All that are known to belong to it, likewise. */
  readonly files: readonly string[];
}

/** What is common to all projects of a search; paths are shown as seen from the directory. */
export interface SearchOptions extends LoadOptions {
  readonly displayDirectory: string;
}

/** In the order of the folders; the projects that Docker Compose would find there before the others. */
export function loadFound(host: Host, folders: readonly ComposeFolder[], common: SearchOptions): readonly Attempt[] {
  const shown = (path: string) => shownPath(common.displayDirectory, path);
  const load = (options: LoadOptions, ...files: readonly (string | undefined)[]): Attempt => {
    const loaded = loadProject(host, options);
    const named = files.flatMap((file) => (file === undefined ? [] : [shown(file)]));
    const read = loaded.project?.files.map(({ path }) => path) ?? [];
    return { ...loaded, options, file: named.at(-1), files: [...new Set([...named, ...read])] };
  };
  /** Alone, if it says what each of its services is made of; otherwise merged onto the main file. */
  const loadOther = ({ main }: ComposeFolder, file: string): Attempt => {
    const alone = load({ ...common, files: [file] }, file);
    if (main === undefined || (alone.project && !isFragment(alone.project))) return alone;
    const merged = load({ ...common, files: [main, file] }, main, file);
    return merged.project ? merged : alone;
  };

  const mains = folders.flatMap((folder) =>
    folder.isProject ? [load({ ...common, workingDirectory: folder.directory }, folder.override, folder.main)] : [],
  );
  const kept = withoutBroughtIn(mains, ({ project }) => (project ? includedIn(project) : []));
  const known = new Set(kept.flatMap(({ files }) => files));
  const others = folders.flatMap((folder) =>
    folder.others
      .filter((file) => !known.has(shown(file)) && looksLikeCompose(host, file))
      .map((file) => loadOther(folder, file)),
  );
  return [...kept, ...withoutBroughtIn(others, ({ files }) => files)];
}

/** Drops each attempt whose file another one brings in; of two that bring in each other the second stays. */
function withoutBroughtIn(
  attempts: readonly Attempt[],
  broughtIn: (attempt: Attempt) => readonly string[],
): readonly Attempt[] {
  const users = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    for (const file of broughtIn(attempt)) {
      const known = users.get(file);
      if (known) known.push(attempt);
      else users.set(file, [attempt]);
    }
  }
  const dropped = new Set<Attempt>();
  for (const attempt of attempts) {
    const mine = attempt.file === undefined ? [] : (users.get(attempt.file) ?? []);
    if (mine.some((user) => user !== attempt && !dropped.has(user))) dropped.add(attempt);
  }
  return attempts.filter((attempt) => !dropped.has(attempt));
}

/** Files that came by `include`. Those of `extends` may well be projects of their own, too. */
function includedIn({ services, networks, volumes, secrets, configs }: Project): readonly string[] {
  const origins = [services, networks, volumes, secrets, configs].flatMap((members) => members.map(({ at }) => at));
  const included = origins.filter(({ via }) => via.some(({ how }) => how === 'include'));
  return [...new Set(included.map(({ source }) => source.path))];
}

function isFragment({ services }: Project): boolean {
  return services.length === 0 || services.some(({ image, build, provider }) => !image && !build && !provider);
}

/** Many a `compose.config.yaml` is something else, of which nobody wants to hear. */
function looksLikeCompose(host: Host, file: string): boolean {
  const read = host.readFile(file);
  return !read.ok || /^["']?(?:services|include)["']?[ \t]*:/m.test(read.text);
}
