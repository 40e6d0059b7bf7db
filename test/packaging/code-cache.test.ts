/** The compiled code that one run leaves for the next: never needed, never trusted, never in the way. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folderWith } from '../support/folder.js';
import { ROOT } from '../support/shared.js';

const folder = folderWith({ 'compose.yaml': 'services:\n  web:\n    image: nginx\n' });
const own = (source: string): boolean => path.basename(source) !== '.cache';
cpSync(path.join(ROOT, 'dist'), path.join(folder, 'dist'), { recursive: true, filter: own });
const cache = path.join(folder, 'dist/.cache');

function check(env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'check'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
  return { status, stdout, stderr };
}

function cached(): readonly string[] {
  const names = readdirSync(cache, { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => path.join(cache, name)).filter((file) => statSync(file).isFile());
}

test('each run says the same, with a cache and without, whatever is in it', () => {
  const first = check({ NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(first).toMatchObject({ status: 0, stderr: '' });
  expect(readdirSync(path.join(folder, 'dist'))).not.toContain('.cache');

  expect(check()).toEqual(first);
  const files = cached();
  expect(files.length).toBeGreaterThan(0);
  expect(check()).toEqual(first);

  for (const file of files) {
    const bytes = readFileSync(file);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
  }
  expect(check()).toEqual(first);
  for (const file of files) writeFileSync(file, '');
  expect(check()).toEqual(first);
});
