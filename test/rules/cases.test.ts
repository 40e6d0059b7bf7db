/**
 * A folder per case, `test/cases/rules/RULE/CASE`: the project, and beside it `expected.txt` with a line per finding of
 * that rule: `ruleId severity file:line:column-line:column evidence`. `UPDATE_CASES=1` writes the files anew.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadProject } from '../../src/compose/load';
import { RULES } from '../../src/rules/index';
import type { Draft, Rule } from '../../src/rules/rule';
import { regionOf } from '../../src/source/text';
import { analyzeTopology } from '../../src/topology/analyze';
import { disk } from '../support/disk';
import { ROOT } from '../support/shared';

const CASES = path.join(ROOT, 'test', 'cases', 'rules');

describe.each(RULES.map((rule): [string, Rule] => [rule.id, rule]))('%s', (id, rule) => {
  const folder = path.join(CASES, id);
  const cases = existsSync(folder) ? readdirSync(folder).sort() : [];
  const told = cases.filter(
    (name) => existsSync(path.join(folder, name, 'expected.txt')) || process.env.UPDATE_CASES,
  );
  test.each(told)('%s', (name) => {
    const directory = path.join(folder, name);
    const expected = path.join(directory, 'expected.txt');
    const actual = findings(rule, directory);
    if (process.env.UPDATE_CASES) writeFileSync(expected, actual);
    expect(actual).toBe(readFileSync(expected, 'utf8'));
  });
});

function findings(rule: Rule, directory: string): string {
  const { project } = loadProject(disk, { mode: 'analysis', workingDirectory: directory, name: 'case' });
  if (!project) throw new Error(`no project in ${directory}`);
  const drafts = [...rule.check({ project, topology: analyzeTopology(project) })];
  return drafts.map((draft) => `${lineOf(rule, draft, directory)}\n`).join('');
}

function lineOf(rule: Rule, draft: Draft, directory: string): string {
  const file = path.relative(directory, path.resolve(directory, draft.at.source.path));
  const { startLine, startColumn, endLine, endColumn } = regionOf(draft.at);
  const severity = draft.severity ?? rule.severity;
  const evidence = JSON.stringify(draft.evidence);
  return `${rule.id} ${severity} ${file}:${startLine}:${startColumn}-${endLine}:${endColumn} ${evidence}`;
}
