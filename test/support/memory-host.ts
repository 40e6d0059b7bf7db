/** A host whose files are given as texts: no test needs a disk. */
import { directoryOf, resolve } from '../../src/compose/file-path.js';
import type { Host } from '../../src/compose/host.js';

/** Keys are absolute paths; one that ends in `/` is an empty directory. Relative paths are seen from `directory`. */
export function memoryHost(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string | undefined>> = {},
  directory = '/',
): Host {
  const texts = new Map(Object.entries(files).filter(([path]) => !path.endsWith('/')));
  const directories = new Set<string>();
  for (const path of Object.keys(files)) {
    for (let parent = directoryOf(path); !directories.has(parent); parent = directoryOf(parent))
      directories.add(parent);
  }
  return {
    readFile: (path) => {
      const text = texts.get(resolve(directory, path));
      return text === undefined
        ? { ok: false, reason: 'no such file or directory' }
        : { ok: true, text: text.replace(/^\ufeff/, '') };
    },
    stat: (path) => {
      const absolute = resolve(directory, path);
      if (texts.has(absolute)) return 'file';
      return directories.has(absolute) ? 'directory' : undefined;
    },
    list: (path) => {
      const names = [...texts.keys(), ...directories].filter((entry) => entry !== path && directoryOf(entry) === path);
      return names.map((entry) => entry.slice(path === '/' ? 1 : path.length + 1)).sort();
    },
    env,
  };
}
