/**
 * Projects that people really write, `test/cases/situations/NAME`, and all that is said about them on a plain run:
 * `expected.txt` has a line per finding, `ruleId severity file:line services`. `UPDATE_CASES=1` writes the files anew.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadProject } from '../../src/compose/load';
import { RULES } from '../../src/rules/index';
import { regionOf } from '../../src/source/text';
import { analyzeTopology } from '../../src/topology/analyze';
import { diskHost } from '../support/disk-host';
import { ROOT } from '../support/shared';

const SITUATIONS = path.join(ROOT, 'test', 'cases', 'situations');
const update = process.env.UPDATE_CASES !== undefined;

test.each(readdirSync(SITUATIONS).sort())('%s', (name) => {
  const directory = path.join(SITUATIONS, name);
  const expected = path.join(directory, 'expected.txt');
  const actual = findings(directory);
  if (update) writeFileSync(expected, actual);
  expect(actual).toBe(readFileSync(expected, 'utf8'));
});

function findings(directory: string): string {
  const { project } = loadProject(diskHost(), { mode: 'analysis', workingDirectory: directory, projectName: 'case' });
  if (!project) throw new Error(`no project in ${directory}`);
  const context = { project, topology: analyzeTopology(project) };
  const lines = RULES.flatMap((rule) =>
    [...rule.check(context)]
      .filter((draft) => (draft.persona ?? rule.persona) === 'regular')
      .map((draft) => {
        const file = path.relative(directory, path.resolve(directory, draft.at.source.path));
        const place = `${file}:${regionOf(draft.at).startLine}`;
        return `${rule.id} ${draft.severity ?? rule.severity} ${place} ${draft.services.join(' ')}`.trimEnd();
      }),
  );
  return lines.map((line) => `${line}\n`).join('');
}
