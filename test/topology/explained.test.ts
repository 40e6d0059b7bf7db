/**
 * A folder per case, `test/cases/topology/CASE`: a project, and beside it `expected.txt` with all that is concluded from
 * it, and why, under the headings that the project's first line asks for. `UPDATE_CASES=1` writes the files anew.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyzeTopology } from '../../src/topology/analyze';
import { sectionsOf } from '../support/explained';
import { expectCase } from '../support/golden';
import { projectOf } from '../support/project';
import { ROOT } from '../support/shared';

const CASES = path.join(ROOT, 'test', 'cases', 'topology');

test.each(readdirSync(CASES).sort())('%s', (name) => {
  const text = readFileSync(path.join(CASES, name, 'compose.yaml'), 'utf8');
  const sections = /^# Explained: (.*)/.exec(text)?.[1]?.split(', ') ?? [];
  expectCase(`topology/${name}/expected.txt`, sectionsOf(sections, analyzeTopology(projectOf(text))));
});
