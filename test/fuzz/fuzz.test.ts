/** A short walk of the fuzzers, always the same, and every input that they once found. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { judge } from './engine.js';
import type { Files } from './inputs.js';
import { OWN } from './seeds.js';
import { TARGETS } from './targets.js';

const FOUND = path.join(__dirname, 'found');
const EXECUTIONS = 12;

jest.setTimeout(60_000);

/** What was found with a target, by a name that says what it was. */
function foundWith(target: string): readonly (readonly [name: string, files: Files])[] {
  const file = path.join(FOUND, `${target}.json`);
  return existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

test('whatever was found is of a target', () => {
  const names = TARGETS.map(({ name }) => `${name}.json`);
  expect(readdirSync(FOUND).filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(TARGETS.map((target) => [target.name, target] as const))('%s', (name, target) => {
  test('holds for a few inputs', async () => {
    const inputs = fc.sample(target.inputs(fc.constantFrom(...OWN)), { seed: 1, numRuns: EXECUTIONS });
    for (const files of inputs) expect([files, (await judge(target, files, true)).faults]).toEqual([files, []]);
  });

  for (const [what, files] of foundWith(name)) {
    test(`holds for ${what}`, async () => {
      expect((await judge(target, files, true)).faults).toEqual([]);
    });
  }
});
