/**
 * Makes projects of the Compose files that a search has found: a file that stands alone is a project, a fragment is
 * merged onto the main file beside it, and what another project brings in is no project of its own.
 */
import { shownPath } from '../compose/file-path.js';
import type { Host } from '../compose/host.js';
import type { Loaded, LoadOptions } from '../compose/load.js';
import type { Project } from '../compose/project.js';
import type { ComposeFolder } from './find-projects.js';
import type { Loader } from './loader.js';

/** A project, or why it is none. */
export interface Attempted extends Loaded {
  readonly options: LoadOptions;
  /** Its place among all that the run may find, whichever of them are loaded. */
  readonly position: number;
}

export interface Attempt extends Attempted {
  /** The file that it is about, as the project would name it; `undefined` where only `.env` tells. */
  readonly file: string | undefined;
  /** All that are known to belong to it, likewise. */
  readonly files: readonly string[];
  /** Where it was found: a folder, or a file that was named. Absolute. */
  readonly origin: string;
}

/** What is common to all projects of a search; paths are shown as seen from the directory. */
export interface SearchOptions extends LoadOptions {
  readonly displayDirectory: string;
}

export interface FoundOptions extends SearchOptions {
  readonly loader: Pick<Loader, 'load'>;
  /** Which folders matter; all by default. What they bring in of others must be among them. */
  readonly isWanted?: (folder: ComposeFolder) => boolean;
}

/** In the order of the folders; the projects that Docker Compose would find there before the others. */
export function loadFound(host: Host, folders: readonly ComposeFolder[], options: FoundOptions): readonly Attempt[] {
  const { mains, others } = attemptsIn(host, folders, options);
  const kept = withoutBroughtIn(mains(), ({ project }) => (project ? includedIn(project) : []));
  const known = new Set(kept.flatMap(({ files }) => files));
  return [...kept, ...withoutBroughtIn(others(known), ({ files }) => files)];
}

/** The same with those that others bring in: on which of them are brought in hangs what they bring in. */
export function loadEvery(host: Host, folders: readonly ComposeFolder[], options: FoundOptions): readonly Attempt[] {
  const { mains, others } = attemptsIn(host, folders, options);
  return [...mains(), ...others(new Set())];
}

function attemptsIn(
  host: Host,
  folders: readonly ComposeFolder[],
  { loader, isWanted = () => true, ...common }: FoundOptions,
) {
  const shown = (path: string) => shownPath(common.displayDirectory, path);
  const load = (place: Place, options: LoadOptions, ...files: readonly (string | undefined)[]): Attempt => {
    const loaded = loader.load(options);
    const named = files.flatMap((file) => (file === undefined ? [] : [shown(file)]));
    const read = loaded.project?.files.map(({ path }) => path) ?? [];
    return { ...loaded, ...place, options, file: named.at(-1), files: [...new Set([...named, ...read])] };
  };
  /** Alone, if it says what each of its services is made of; otherwise merged onto the main file. */
  const loadOther = ({ main }: ComposeFolder, place: Place, file: string): Attempt => {
    const alone = load(place, { ...common, files: [file] }, file);
    if (main === undefined || (alone.project && !isFragment(alone.project))) return alone;
    const merged = load(place, { ...common, files: [main, file] }, main, file);
    return merged.project ? merged : alone;
  };
  return {
    mains: () =>
      folders.flatMap((folder, position) => {
        const { directory, override, main } = folder;
        if (!folder.isProject || !isWanted(folder)) return [];
        return [load({ origin: directory, position }, { ...common, workingDirectory: directory }, override, main)];
      }),
    /** `known`: files that are no projects of their own. */
    others: (known: ReadonlySet<string>) => {
      let positions = folders.length;
      return folders.flatMap((folder) => {
        const first = positions;
        positions += folder.others.length;
        if (!isWanted(folder)) return [];
        return folder.others.flatMap((file, index) => {
          if (known.has(shown(file)) || !looksLikeCompose(host, file)) return [];
          return [loadOther(folder, { origin: folder.directory, position: first + index }, file)];
        });
      });
    },
  };
}

type Place = Pick<Attempt, 'origin' | 'position'>;

/** How many positions the attempts at the folders may take. */
export function positionsOf(folders: readonly ComposeFolder[]): number {
  return folders.reduce((sum, { others }) => sum + others.length, folders.length);
}

/**
 * Drops each attempt whose file another one brings in that is not dropped itself; of two that bring in each other the
 * second stays.
 */
function withoutBroughtIn(
  attempts: readonly Attempt[],
  broughtIn: (attempt: Attempt) => readonly string[],
): readonly Attempt[] {
  const byFile = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    if (attempt.file === undefined) continue;
    const known = byFile.get(attempt.file);
    if (known) known.push(attempt);
    else byFile.set(attempt.file, [attempt]);
  }
  const usedBy = new Map(
    attempts.map((attempt) => {
      const used = new Set(broughtIn(attempt).flatMap((file) => byFile.get(file) ?? []));
      used.delete(attempt);
      return [attempt, used];
    }),
  );
  /** Of each, how many bring it in that may yet stay. */
  const users = new Map(attempts.map((attempt) => [attempt, 0]));
  for (const used of usedBy.values()) for (const attempt of used) users.set(attempt, (users.get(attempt) ?? 0) + 1);
  const stays = new Map<Attempt, boolean>();
  const settle = (first: Attempt, verdict: boolean): void => {
    const open = [{ attempt: first, isKept: verdict }];
    for (let next = open.pop(); next; next = open.pop()) {
      const { attempt, isKept } = next;
      if (stays.has(attempt)) continue;
      stays.set(attempt, isKept);
      for (const used of usedBy.get(attempt) ?? []) {
        if (isKept) open.push({ attempt: used, isKept: false });
        else {
          const left = (users.get(used) ?? 0) - 1;
          users.set(used, left);
          if (left === 0) open.push({ attempt: used, isKept: true });
        }
      }
    }
  };
  for (const attempt of attempts) if (users.get(attempt) === 0) settle(attempt, true);
  for (const attempt of attempts) settle(attempt, false);
  return attempts.filter((attempt) => stays.get(attempt));
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
