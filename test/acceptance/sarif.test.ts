/** SARIF of every example against the schema of SARIF 2.1.0. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import '@microsoft/jest-sarif';
import { ROOT } from '../support/shared.js';
import { run } from '../support/world.js';

test.each(readdirSync(path.join(ROOT, 'examples')).sort())('%s', async (example) => {
  const { stdout } = await run(['check', '--pedantic', '--format', 'sarif', `examples/${example}`], { cwd: ROOT });
  expect(JSON.parse(stdout)).toBeValidSarifLog();
});
