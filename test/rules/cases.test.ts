/**
 * A folder per case, `test/cases/rules/RULE/CASE`: the project, and beside it `expected.txt` with a line per finding of
 * that rule: `ruleId severity file:line:column-line:column evidence`. `said.txt` holds what the findings say, in words
 * and with all their places. `UPDATE_CASES=1` writes the files anew.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadProject } from '../../src/compose/load';
import { type Repository, repositoryOf } from '../../src/compose/repository';
import { RULES } from '../../src/rules/index';
import type { Draft, Rule } from '../../src/rules/rule';
import { derive } from '../../src/rules/severity';
import { regionOf } from '../../src/source/text';
import { analyzeTopology } from '../../src/topology/analyze';
import { diskHost } from '../support/disk-host';
import { said } from '../support/said';
import { ROOT } from '../support/shared';

const CASES = path.join(ROOT, 'test', 'cases', 'rules');

const update = process.env.UPDATE_CASES !== undefined;

const told = RULES.flatMap((rule) => {
  const folder = path.join(CASES, rule.id);
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const cases = names.filter((name) => update || existsSync(path.join(folder, name, 'expected.txt')));
  return cases.map((name): [string, string, Rule] => [rule.id, name, rule]);
});

test.each(told)('%s: %s', (id, name, rule) => {
  const directory = path.join(CASES, id, name);
  const expected = path.join(directory, 'expected.txt');
  const drafts = findings(rule, directory);
  const actual = drafts.map((draft) => `${lineOf(rule, draft, directory)}\n`).join('');
  if (update) writeFileSync(expected, actual);
  expect(actual).toBe(readFileSync(expected, 'utf8'));
  if (drafts.length === 0) return;
  const wording = path.join(directory, 'said.txt');
  const words = drafts.map((draft) => said(rule, draft, directory)).join('\n');
  if (update) writeFileSync(wording, words);
  expect(words).toBe(readFileSync(wording, 'utf8'));
});

function findings(rule: Rule, directory: string): readonly Draft[] {
  const { project } = loadProject(diskHost(), { mode: 'analysis', workingDirectory: directory, projectName: 'case' });
  if (!project) throw new Error(`no project in ${directory}`);
  const topology = analyzeTopology(project, { engine: { mode: rule.docs.engine ?? 'compose' } });
  const repository = repositoryIn(directory);
  const drafts = [...rule.check({ project, topology, ...(repository ? { repository } : {}) })];
  for (const draft of drafts) expectOnScale(rule, draft);
  return drafts;
}

/** `explain` prints the scale of a rule: what is not on it would be a severity that nobody can look up. */
function expectOnScale({ scale }: Rule, { facts, severity, confidence, persona }: Draft): void {
  if (!facts) return;
  expect(scale?.from).toContain(facts.from);
  expect(scale?.path).toContain(facts.path);
  expect(scale?.target).toContain(facts.target);
  expect(scale?.strength).toContain(facts.strength);
  expect(derive(facts, scale)).toEqual({ severity, confidence, persona, facts });
}

/** A case with a `repository.gitignore` is a repository of its own, which ignores what that file says. */
function repositoryIn(directory: string): Repository | undefined {
  const written = path.join(directory, 'repository.gitignore');
  if (!existsSync(written)) return undefined;
  const host = diskHost();
  const inside = (name: string): string => (name === path.join(directory, '.gitignore') ? written : name);
  return repositoryOf(
    {
      ...host,
      readFile: (name) => host.readFile(inside(name)),
      stat: (name) => (name === path.join(directory, '.git') ? 'directory' : host.stat(inside(name))),
    },
    directory,
  );
}

function lineOf(rule: Rule, draft: Draft, directory: string): string {
  const file = path.relative(directory, path.resolve(directory, draft.at.source.path));
  const { startLine, startColumn, endLine, endColumn } = regionOf(draft.at);
  const severity = draft.severity ?? rule.severity;
  const evidence = JSON.stringify(draft.evidence);
  return `${rule.id} ${severity} ${file}:${startLine}:${startColumn}-${endLine}:${endColumn} ${evidence}`;
}
