/** `dist/` is committed, because the Action and the pre-commit hook run it without a build: it must be what the sources give. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { folderWith } from '../support/folder.js';
import { ROOT } from '../support/shared.js';

function contents(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const plain = files.filter((file) => !file.startsWith('.cache') && statSync(path.join(folder, file)).isFile());
  return Object.fromEntries(plain.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

test('dist is fresh', () => {
  const out = folderWith({});
  const build = spawnSync(process.execPath, [path.join(ROOT, '.ci/build.mjs'), '--out', out], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(build.stderr.replace(/^npm warn.*\n/gm, '')).toBe('');
  const [committed, built] = [contents(path.join(ROOT, 'dist')), contents(out)];
  const stale = Object.keys({ ...committed, ...built }).filter((file) => committed[file] !== built[file]);
  expect(stale).toEqual([]);
}, 60_000);
