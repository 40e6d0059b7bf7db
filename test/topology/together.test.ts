/**
 * Projects that run side by side, `test/cases/together/CASE/PROJECT`: `expected.txt` has what is intended between them and
 * what is open without being needed, first seen from the first of them. `UPDATE_CASES=1` writes the files anew.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyzeTopologies } from '../../src/topology/analyze';
import { type Graph, graphOf } from '../../src/topology/graph';
import { expectCase } from '../support/golden';
import { projectOf } from '../support/project';
import { ROOT } from '../support/shared';

const CASES = path.join(ROOT, 'test', 'cases', 'together');

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

function graphFrom(projects: readonly (readonly [name: string, text: string])[]): Graph {
  const [first, ...others] = analyzeTopologies(projects.map(([name, text]) => projectOf(text, name)));
  if (first === undefined) throw new Error('no project');
  return graphOf(first, { pairs: true, others });
}

function told({ flows, unintended = [] }: Graph): string {
  return [
    '# flows',
    ...flows.flatMap(({ from, to, port, evidence }) => [
      `${from} -> ${to}${port === undefined ? '' : `:${port}`}`,
      ...evidence.map(({ kind, line, column }) => `    ${kind} (${line}:${column})`),
    ]),
    '',
    '# unintended',
    ...Array.from(unintended, ({ from, to, network }) => `${from} -> ${to} over ${network}`),
    '',
  ].join('\n');
}

test.each(foldersIn(CASES))('%s', (name) => {
  const read = (project: string) => readFileSync(path.join(CASES, name, project, 'compose.yaml'), 'utf8');
  const graph = graphFrom(foldersIn(path.join(CASES, name)).map((project) => [project, read(project)]));
  expectCase(`together/${name}/expected.txt`, told(graph));
});
