/** The passwords of the examples are in the files, and in no output. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { FORMAT_CHOICES } from '../../src/cli/commands.js';
import { FORMAT_NAMES } from '../../src/report/formats.js';
import { ROOT } from '../support/shared.js';
import { run } from '../support/world.js';

const CANARIES = ['maple-cedar-41', 'birch-harbor-77', 'willow-anchor-12'];
const EXAMPLES = readdirSync(path.join(ROOT, 'examples')).sort();

test('the formats on the command line are those of the table', () => {
  expect(FORMAT_CHOICES).toEqual(FORMAT_NAMES);
});

test.each(EXAMPLES.flatMap((example) => FORMAT_CHOICES.map((format) => [example, format] as const)))(
  '%s as %s',
  async (example, format) => {
    const { stdout, stderr } = await run(
      ['check', '--pedantic', '--verbose', '--format', format, `examples/${example}`],
      { cwd: ROOT },
    );
    for (const canary of CANARIES) expect(stdout + stderr).not.toContain(canary);
  },
);

test.each(EXAMPLES.flatMap((example) => ['json', 'mermaid', 'dot', 'svg'].map((format) => [example, format] as const)))(
  'the graph of %s as %s',
  async (example, format) => {
    const { stdout, stderr } = await run(['graph', '--format', format, `examples/${example}`], { cwd: ROOT });
    expect(stdout).not.toBe('');
    for (const canary of CANARIES) expect(stdout + stderr).not.toContain(canary);
  },
);
