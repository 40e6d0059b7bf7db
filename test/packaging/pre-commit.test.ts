/** The manifest of the pre-commit hook. That the real pre-commit runs it is for `.ci/pre-commit.sh` to show. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { COMMANDS } from '../../src/cli/commands.js';
import { COMPOSE_FILE_PATTERN } from '../../src/run/compose-names.js';
import { folderWith } from '../support/folder.js';
import { ROOT } from '../support/shared.js';
import { run } from '../support/world.js';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args: readonly string[];
  readonly files: string;
}

const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const hooks: readonly Hook[] = parse(text('.pre-commit-hooks.yaml'));
const [hook = { id: '', entry: '', args: [], files: '' }] = hooks;
const manifest = JSON.parse(text('package.json'));

test('it is one hook, installed or not, for one run over all files', () => {
  const common = { name: 'bulkhead', types: ['yaml'], require_serial: true, args: ['--'] };
  expect(hooks).toEqual([
    expect.objectContaining({ id: 'bulkhead', language: 'node', ...common }),
    expect.objectContaining({ id: 'bulkhead-script', language: 'script', ...common }),
  ]);
});

test.each(hooks)('$id looks at the files that a search finds', ({ files }) => {
  expect(files).toBe(COMPOSE_FILE_PATTERN);
});

test('what is not installed can be run where it lies, by the same words', () => {
  const [file = '', ...words] = hooks[1]?.entry.split(' ') ?? [];
  expect(words).toEqual(hook.entry.split(' ').slice(1));
  expect(statSync(path.join(ROOT, file)).mode & 0o111).toBe(0o111);
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
  expect(text(manifest.bin.bulkhead).split('\n')[0]).toBe('#!/usr/bin/env node');
});
