import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../../src/analysis/config/read.js';
import { folderWith } from '../support/folder.js';
import { run } from '../support/world.js';

async function written(): Promise<string> {
  const cwd = folderWith({});
  expect(await run(['init'], { cwd })).toEqual({ code: 0, stdout: '', stderr: 'bulkhead.yaml written\n' });
  return readFileSync(path.join(cwd, 'bulkhead.yaml'), 'utf8');
}

test('what it writes loads, and changes nothing', async () => {
  const config = readConfig({ path: 'bulkhead.yaml', text: await written() }, '/');
  expect(config).toMatchObject({ failOn: 'high', levels: new Map(), overrides: [], ignores: [], roles: [] });
});

test('every example in it loads, too', async () => {
  const text = (await written()).replace(/^#(?! )|^#(?= {2})/gm, '');
  const config = readConfig({ path: 'bulkhead.yaml', text }, '/');
  expect(config.levels.size).toBeGreaterThan(3);
  expect([config.overrides, config.ignores, config.roles].map(({ length }) => length)).toEqual([1, 1, 2]);
  expect(config).toMatchObject({ minimumSeverity: 'medium', pedantic: true, baseline: '/bulkhead-baseline.json' });
});

test.each(['bulkhead.yaml', '.bulkhead.yml'])('what is there stays: %s', async (name) => {
  const cwd = folderWith({ [name]: 'fail-on: low\n' });
  const { code, stderr } = await run(['init'], { cwd });
  expect([code, stderr]).toEqual([2, expect.stringMatching(`^bulkhead: ${name} is there already`)]);
  expect(readFileSync(path.join(cwd, name), 'utf8')).toBe('fail-on: low\n');
  expect(existsSync(path.join(cwd, 'bulkhead.yaml'))).toBe(name === 'bulkhead.yaml');
});
