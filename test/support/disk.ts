/** The disk as the loader sees it, with nothing in the environment. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Host } from '../../src/compose/host';

export const disk: Host = {
  readFile(path) {
    try {
      return { ok: true, text: readFileSync(path, 'utf8') };
    } catch {
      return { ok: false, reason: 'cannot be read' };
    }
  },
  stat(path) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return undefined;
    return found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'other';
  },
  list(path) {
    try {
      return readdirSync(path).sort();
    } catch {
      return [];
    }
  },
  env: {},
};
