/**
 * A folder per case, `test/cases/fix/CASE`: the project before, and beside it `expected.diff` (what `bulkhead fix` shows,
 * on standard error too) and `expected.yaml` (the file it leaves). `UPDATE_CASES=1` writes the two anew.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { folderWith } from '../support/folder';
import { expectCase } from '../support/golden';
import { ROOT } from '../support/shared';
import { run } from '../support/world';

const CASES = path.join(ROOT, 'test', 'cases', 'fix');
const names = readdirSync(CASES).sort();
const SECRETS = /[A-Z][a-z]+[0-9][A-Z][a-z]+|48151623/;

function folderOf(name: string, change: (text: string) => string = (text) => text): string {
  const files = readdirSync(path.join(CASES, name)).filter((file) => !file.startsWith('expected.'));
  return folderWith(
    Object.fromEntries(files.map((file) => [file, change(readFileSync(path.join(CASES, name, file), 'utf8'))])),
  );
}

function read(folder: string, file = 'compose.yaml'): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

const fix = (cwd: string, ...options: readonly string[]) => run(['fix', '-p', 'case', ...options], { cwd });

test.each(names)('%s: the diff, and the file', async (name) => {
  const cwd = folderOf(name);
  const before = read(cwd);
  const { stdout, stderr, code } = await fix(cwd);
  expectCase(`fix/${name}/expected.diff`, stderr + stdout);
  expect(code).toBe(stdout === '' ? 0 : 1);
  expect(stdout + stderr).not.toMatch(SECRETS);
  expect(read(cwd)).toBe(before);
  expect((await fix(cwd, '--apply')).code).toBe(0);
  expectCase(`fix/${name}/expected.yaml`, read(cwd));
});

test.each(names)('%s: a second run changes nothing', async (name) => {
  const cwd = folderOf(name);
  await fix(cwd, '--apply');
  const after = read(cwd);
  expect(await fix(cwd, '--apply')).toMatchObject({ code: 0, stdout: '' });
  expect(read(cwd)).toBe(after);
});

test.each(names)('%s: line ends and a byte order mark stay', async (name) => {
  const expected = readFileSync(path.join(CASES, name, 'expected.yaml'), 'utf8');
  const windows = folderOf(name, (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`);
  await fix(windows, '--apply');
  expect(read(windows)).toBe(`\ufeff${expected.replaceAll('\n', '\r\n')}`);
});

test.each(names)('%s: without a line break at the end', async (name) => {
  const expected = readFileSync(path.join(CASES, name, 'expected.yaml'), 'utf8');
  const cwd = folderOf(name, (text) => text.trimEnd());
  await fix(cwd, '--apply');
  expect(read(cwd)).toBe(expected.trimEnd());
});

test.each(names)('%s: every comment stays', async (name) => {
  const cwd = folderOf(name);
  const comments = (text: string) => text.match(/#.*/g) ?? [];
  const before = comments(read(cwd));
  await fix(cwd, '--apply');
  expect(comments(read(cwd))).toEqual(before);
});

test('the names of new variables are listed, and what the list holds stays', async () => {
  const text = 'services:\n  web:\n    image: example/web\n    environment:\n      API_TOKEN: Brisk5Lantern2Quartz\n';
  const cwd = folderWith({ 'compose.yaml': text, '.env.sample': '# to be set\nOTHER=value' });
  await fix(cwd, '--apply');
  expect(read(cwd, '.env.sample')).toBe('# to be set\nOTHER=value\nAPI_TOKEN=\n');
  expect(existsSync(path.join(cwd, '.env.example'))).toBe(false);
});

test('a variable that means something already is not taken', async () => {
  const text = 'services:\n  web:\n    image: example/web\n    environment:\n      API_TOKEN: Brisk5Lantern2Quartz\n';
  const cwd = folderWith({ 'compose.yaml': text, '.env': 'API_TOKEN=another\n' });
  expect((await fix(cwd)).stdout).toContain('API_TOKEN: ${WEB_API_TOKEN:?}');
});

test('only the rules that are asked for', async () => {
  const cwd = folderOf('secret-files');
  expect(await fix(cwd, '--only', 'deprecated-links')).toMatchObject({ code: 0, stdout: '' });
  expect(await fix(cwd, '--only', 'deprecated-link')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("did you mean 'deprecated-links'"),
  });
});

test('what is ignored stays', async () => {
  const text = `services:
  web:
    image: example/web
    links: # bulkhead-ignore[deprecated-links] the image wants it
      - db
  db:
    image: example/db
`;
  const cwd = folderWith({ 'compose.yaml': text });
  const { stdout } = await run(['check', '--format', 'json'], { cwd });
  expect(JSON.parse(stdout).suppressed).toHaveLength(1);
  expect(await fix(cwd)).toMatchObject({ code: 0, stdout: '' });
});

test('standard input is shown, and cannot be changed', async () => {
  const stdin = readFileSync(path.join(CASES, 'links', 'compose.yaml'), 'utf8');
  const cwd = folderWith({});
  expect((await run(['fix', '-'], { cwd, stdin })).stdout).toContain('+    depends_on:');
  expect((await run(['fix', '--apply', '-'], { cwd, stdin })).code).toBe(2);
});

test('a file outside of the project is left alone', async () => {
  const cwd = folderWith({
    'project/compose.yaml': 'include:\n  - ../common.yaml\nservices:\n  web:\n    image: example/web\n',
    'common.yaml': 'services:\n  a:\n    image: example/a\n    links: [b]\n  b:\n    image: example/b\n',
  });
  const { stdout, stderr } = await fix(path.join(cwd, 'project'), '--allow-outside');
  expect([stdout, stderr]).toEqual(['', expect.stringContaining('outside of the project')]);
});
