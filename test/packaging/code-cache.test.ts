/** The compiled code that one run leaves for the next: never needed, never in the way. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folderWith } from '../support/folder.js';
import { ROOT } from '../support/shared.js';

const folder = folderWith({ 'compose.yaml': 'services:\n  web:\n    image: nginx\n' });
const own = (source: string): boolean => path.basename(source) !== '.cache';
cpSync(path.join(ROOT, 'dist'), path.join(folder, 'dist'), { recursive: true, filter: own });
const cache = path.join(folder, 'dist/.cache');

function check(env: Readonly<Record<string, string>> = {}, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'check', ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
  return { status, stdout, stderr };
}

/** Tells on stderr how much compiled code V8 took, and how much it refused. */
const counter = path.join(folder, 'counter.cjs');
writeFileSync(
  counter,
  `const vm = require('node:vm');
const { Script } = vm;
const count = { taken: 0, refused: 0 };
vm.Script = class extends Script {
  constructor(...given) {
    super(...given);
    if (given[1]?.cachedData) count[this.cachedDataRejected ? 'refused' : 'taken']++;
  }
};
process.on('exit', () => process.stderr.write(JSON.stringify(count)));
`,
);

function codeOf(options: string, ...words: readonly string[]): { readonly taken: number; readonly refused: number } {
  const { stderr } = check({ NODE_OPTIONS: `--require ${counter} ${options}` }, ...words);
  return JSON.parse(stderr.slice(stderr.lastIndexOf('{')));
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
    for (const broken of [
      bytes.subarray(0, bytes.length >> 1),
      Buffer.from(`1${bytes.toString('latin1')}`, 'latin1'),
      '',
    ]) {
      writeFileSync(file, broken);
      expect(check()).toEqual(first);
      expect(readFileSync(file).equals(Buffer.from(broken))).toBe(false);
    }
  }
});

test('nor is one missed where there can be none', () => {
  const first = check();
  rmSync(cache, { recursive: true, force: true });
  writeFileSync(cache, 'in the way');
  expect(check()).toEqual(first);
  rmSync(cache);
});

test('each kind of run adds what it needs to what the others need', () => {
  rmSync(cache, { recursive: true, force: true });
  const sizes = [['--version'], [], ['--format', 'json']].map((words) => {
    check({}, ...words);
    return statSync(cached().find((file) => path.basename(file) === 'process.js') ?? '').size;
  });
  expect(sizes[1]).toBeGreaterThan(1.2 * (sizes[0] ?? 0));
  expect(sizes[2]).toBe(sizes[1]);
});

test('a run with other flags of V8 takes no code of usual runs, and leaves it as it is', () => {
  rmSync(cache, { recursive: true, force: true });
  check();
  const before = cached().map((file) => readFileSync(file));
  expect(codeOf('--max-old-space-size=500', '--format', 'nothing').refused).toBeGreaterThan(0);
  // Not shown where they differ: that would take minutes.
  expect(cached().map((file, index) => before[index]?.equals(readFileSync(file)))).toEqual(before.map(() => true));
  expect(codeOf('')).toMatchObject({ refused: 0, taken: before.length });
});

test('a long run, which tells V8 so, leaves what the next one takes', () => {
  rmSync(cache, { recursive: true, force: true });
  const many = folderWith(
    Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`${index}/compose.yaml`, 'services: {web: {image: nginx}}\n']),
    ),
  );
  expect(check({}, '-r', many)).toMatchObject({ status: 0, stderr: '' });
  expect(codeOf('', '-r', many)).toEqual({ refused: 0, taken: cached().length });
});

test('a program that was changed is not run as it was before', () => {
  check();
  const program = path.join(folder, 'dist/cli/process.js');
  const text = readFileSync(program, 'latin1');
  expect(text).toContain('analyzed');
  writeFileSync(program, text.replaceAll('analyzed', 'ANALYZED'), 'latin1');
  expect(check().stdout).toContain('ANALYZED');
});

test('the program is ASCII, so that it is read byte by byte', () => {
  const programs = readdirSync(path.join(ROOT, 'dist/cli')).map((name) => path.join(ROOT, 'dist/cli', name));
  expect(programs.filter((file) => readFileSync(file).some((byte) => byte > 127))).toEqual([]);
});
