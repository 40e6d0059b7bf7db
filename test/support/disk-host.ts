/** A host on the real disk, with the environment that a test gives it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Host } from '../../src/compose/host.js';

export function diskHost(env: Readonly<Record<string, string | undefined>> = {}): Host {
  return {
    readFile: (path) => {
      try {
        return { ok: true, text: readFileSync(path, 'utf8').replace(/^\ufeff/, '') };
      } catch (error) {
        return { ok: false, reason: error instanceof Error ? error.message : String(error) };
      }
    },
    stat: (path) => {
      const stats = statSync(path, { throwIfNoEntry: false });
      if (!stats) return undefined;
      return stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other';
    },
    list: (path) => {
      try {
        return readdirSync(path).sort();
      } catch {
        return [];
      }
    },
    env,
  };
}
