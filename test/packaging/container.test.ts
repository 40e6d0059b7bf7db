/** The recipe of the container image, held to what it promises: our code alone, no build, no root. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/shared.js';

const lines = (file: string) =>
  readFileSync(path.join(ROOT, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const instructions = lines('Dockerfile').map((line) => {
  const [name = '', ...words] = line.split(' ');
  return { name, words };
});

function wordsOf(wanted: string): readonly string[] {
  const found = instructions.filter(({ name }) => name === wanted);
  expect(found).toHaveLength(1);
  return found[0]?.words ?? [];
}

const copies = instructions
  .filter(({ name }) => name === 'COPY')
  .map(({ words }) => ({ from: words.slice(0, -1), to: words.at(-1) ?? '' }));

test('nothing is built in it', () => {
  expect(instructions.map(({ name }) => name)).toEqual([
    'FROM',
    'COPY',
    'COPY',
    'USER',
    'WORKDIR',
    'ENTRYPOINT',
    'CMD',
  ]);
});

test('it stands on a Node that the package supports', () => {
  const [, version] = /^node:(\d+)-alpine$/.exec(wordsOf('FROM')[0] ?? '') ?? [];
  const { engines } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  expect(Number(version)).toBeGreaterThanOrEqual(Number(/>=(\d+)/.exec(engines.node)?.[1]));
});

test('nobody is root', () => {
  expect(wordsOf('USER')).toEqual(['node']);
});

test('what it copies is there, is what it starts, and is all that a build sees', () => {
  const copied = copies.flatMap(({ from }) => from);
  for (const file of copied) expect(existsSync(path.join(ROOT, file))).toBe(true);
  expect(copies.map(({ to }) => to)).toEqual(['/opt/bulkhead/', '/opt/bulkhead/cli']);
  expect(JSON.parse(wordsOf('ENTRYPOINT').join(' '))).toEqual(['node', '/opt/bulkhead/cli.js']);
  expect(lines('.dockerignore')).toEqual(['*', ...copied.map((file) => `!${file}`)]);
});
