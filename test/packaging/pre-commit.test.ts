/** The manifest of the pre-commit hook. That the real pre-commit runs it is for `.ci/pre-commit.sh` to show. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { COMMANDS } from '../../src/cli/commands.js';
import { COMPOSE_FILE_PATTERN } from '../../src/run/compose-names.js';
import { folderWith } from '../support/folder.js';
import { ROOT } from '../support/shared.js';
import { run } from '../support/world.js';

interface Hook {
  readonly entry: string;
  readonly args: readonly string[];
  readonly files: string;
}

const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const hooks: readonly Hook[] = parse(text('.pre-commit-hooks.yaml'));
const [hook = { entry: '', args: [], files: '' }] = hooks;
const manifest = JSON.parse(text('package.json'));

test('it is one hook, for one run over all files', () => {
  expect(hooks).toEqual([
    expect.objectContaining({ id: 'bulkhead', language: 'node', types: ['yaml'], require_serial: true, args: ['--'] }),
  ]);
});

test('it looks at the files that a search finds', () => {
  expect(hook.files).toBe(COMPOSE_FILE_PATTERN);
});

test.each([
  'compose.yaml',
  'compose.yml',
  'docker-compose.yml',
  'docker-compose.yaml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'compose.prod.yaml',
  'docker-compose.ci.test.yml',
  'docker-compose-dev.yml',
  'docker-compose_local.yaml',
  'infra.compose.yaml',
  'prod-docker-compose.yml',
  'a/b/compose.yaml',
])('%s', (file) => {
  expect(file).toMatch(new RegExp(hook.files));
});

test.each([
  'composer.yaml',
  'compose.yaml.j2',
  'compose.json',
  'decompose.yml',
  'mycompose.yaml',
  'compose/readme.yaml',
  'docker-compose',
  'docs/compose.yaml.md',
  'composeXyaml',
])('not %s', (file) => {
  expect(file).not.toMatch(new RegExp(hook.files));
});

test('it runs a command of the package, with options that the command has', () => {
  const [binary = '', command, ...options] = hook.entry.split(' ');
  expect(manifest.bin).toHaveProperty([binary]);
  const known = COMMANDS.find(({ name }) => name === command)?.options.map(({ name }) => `--${name}`);
  expect(known).toEqual(expect.arrayContaining(options));
});

test('a file whose name looks like an option is a file', async () => {
  const cwd = folderWith({ '--format=json/compose.yaml': 'services:\n  web:\n    image: nginx:1.27\n' });
  const argv = [...hook.entry.split(' ').slice(1), ...hook.args, '--format=json/compose.yaml'];
  const { code, stdout } = await run(argv, { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'No findings · 1 project, 1 service, 1 file analyzed\n' });
});

test('npm has nothing to prepare where it installs from git, and nothing to run', () => {
  const scripts = ['build', 'prepare', 'prepack', 'preinstall', 'install', 'postinstall'];
  expect(scripts.filter((name) => name in manifest.scripts)).toEqual([]);
  expect(manifest.dependencies).toBeUndefined();
  expect(text(manifest.bin.bulkhead)).toMatch(/^#!\/usr\/bin\/env node\n/);
});
