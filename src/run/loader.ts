/** Loads projects, each once, and keeps which files each was made of. */
import { resolve } from '../compose/file-path.js';
import type { Host } from '../compose/host.js';
import { type Loaded, type LoadOptions, loadProject } from '../compose/load.js';

export interface Loader {
  readonly load: (options: LoadOptions) => Loaded;
  /** Absolute paths of the texts that were read for a project, with their lengths. Empty unless the loader remembers. */
  readonly filesOf: (options: LoadOptions) => ReadonlyMap<string, number>;
}

export function plainLoader(host: Host): Loader {
  return { load: (options) => loadProject(host, options), filesOf: () => new Map() };
}

export function rememberingLoader(host: Host): Loader {
  interface Memory {
    readonly loaded: Loaded;
    readonly files: ReadonlyMap<string, number>;
  }
  const memories = new Map<string, Memory>();
  const remember = (options: LoadOptions): Memory => {
    const key = JSON.stringify([options.workingDirectory, options.files]);
    const known = memories.get(key);
    if (known) return known;
    const files = new Map<string, number>();
    const readFile: Host['readFile'] = (file) => {
      const read = host.readFile(file);
      if (read.ok) files.set(file === '-' ? file : resolve(options.workingDirectory, file), read.text.length);
      return read;
    };
    const memory = { loaded: loadProject({ ...host, readFile }, options), files };
    memories.set(key, memory);
    return memory;
  };
  return { load: (options) => remember(options).loaded, filesOf: (options) => remember(options).files };
}
