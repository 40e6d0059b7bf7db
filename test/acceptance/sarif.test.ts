/** SARIF of every example against the schema of SARIF 2.1.0. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import '@microsoft/jest-sarif';
import { ROOT } from '../support/shared.js';
import { run } from '../support/world.js';

test.each(readdirSync(path.join(ROOT, 'examples')).sort())('%s', async (example) => {
  const { stdout } = await run(['check', '--pedantic', '--format', 'sarif', `examples/${example}`], { cwd: ROOT });
  expect(JSON.parse(stdout)).toBeValidSarifLog();
});

test('the tool is found where the package says', async () => {
  const { homepage } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const { stdout } = await run(['check', '--format', 'sarif', 'examples/shop'], { cwd: ROOT });
  expect(JSON.parse(stdout).runs[0].tool.driver.informationUri).toBe(homepage);
});
