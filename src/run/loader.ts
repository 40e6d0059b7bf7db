/** Loads projects, and may keep them with the files that each was made of. */
import { resolve } from '../compose/file-path.js';
import type { Host } from '../compose/host.js';
import { type Loaded, type LoadOptions, loadProject } from '../compose/load.js';

type Load = (options: LoadOptions) => Loaded;

export interface Loader {
  /** Loads a project once, and keeps it. */
  readonly load: Load;
  /** Absolute paths of the texts that were read for a project, with their lengths. */
  readonly filesOf: (options: LoadOptions) => ReadonlyMap<string, number>;
  /** For who needs a project only now: what is kept is given once more, anything else is loaded and not kept. */
  readonly recalled: { readonly load: Load };
  /** Keeps nothing any more. */
  readonly forget: () => void;
}

interface Memory {
  readonly loaded: Loaded;
  readonly files: ReadonlyMap<string, number>;
}

/** `observe` is told each time that a project was loaded. */
export function loaderOf(host: Host, observe: () => void = () => undefined): Loader {
  const memories = new Map<string, Memory>();
  const read = (from: Host, options: LoadOptions): Loaded => {
    const loaded = loadProject(from, options);
    observe();
    return loaded;
  };
  const remember = (options: LoadOptions): Memory => {
    const key = keyOf(options);
    const known = memories.get(key);
    if (known) return known;
    const files = new Map<string, number>();
    const readFile: Host['readFile'] = (file) => {
      const text = host.readFile(file);
      if (text.ok) files.set(file === '-' ? file : resolve(options.workingDirectory, file), text.text.length);
      return text;
    };
    const memory = { loaded: read({ ...host, readFile }, options), files };
    memories.set(key, memory);
    return memory;
  };
  return {
    load: (options) => remember(options).loaded,
    filesOf: (options) => remember(options).files,
    recalled: { load: (options) => memories.get(keyOf(options))?.loaded ?? read(host, options) },
    forget: () => memories.clear(),
  };
}

function keyOf({ workingDirectory, files }: LoadOptions): string {
  return JSON.stringify([workingDirectory, files]);
}
