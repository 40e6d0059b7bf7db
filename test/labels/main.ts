/** The program behind `npm run labels`. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadProject } from '../../src/compose/load.js';
import { analyzeTopology } from '../../src/topology/analyze.js';
import { assignRoles } from '../../src/topology/roles.js';
import { diskHost } from '../support/disk-host.js';
import type { Label } from './label.js';
import type { Case, Measure, Outcome } from './measure.js';
import { MEASURES } from './measures/index.js';

export function main(args: readonly string[]): void {
  const file = path.resolve(args.find((arg) => !arg.startsWith('--')) ?? '../shared/labels/labels.json');
  if (!existsSync(file)) throw new Error(`no such file: ${file}`);
  const match = args.find((arg) => arg.startsWith('--match='))?.slice('--match='.length) ?? '';
  const labels = (JSON.parse(readFileSync(file, 'utf8')) as readonly Label[]).filter(({ id }) => id.includes(match));
  const cases = labels.map((label) => load(path.dirname(path.dirname(file)), label));
  console.log(`${labels.length} labelled projects`);
  for (const measure of MEASURES) if (!print(measure, cases, args.includes('--verbose'))) process.exitCode = 1;
}

/** Label files call `corpus/` what is `corpus/files/` beside them. */
function load(folder: string, label: Label): Case {
  const files = [label.path, ...label.alsoMerge].map((file) =>
    path.join(folder, file.replace(/^corpus\//, 'corpus/files/')),
  );
  const loaded = loadProject(diskHost(), {
    mode: 'analysis',
    workingDirectory: path.dirname(files[0] ?? folder),
    files,
    profiles: ['*'],
  });
  if (!loaded.project) throw new Error(`${label.id} does not load: ${loaded.problems[0]?.message}`);
  const { project } = loaded;
  return { label, project, topology: analyzeTopology(project), roles: assignRoles(project) };
}

function print(measure: Measure, cases: readonly Case[], verbose: boolean): boolean {
  const judged = cases.map((labelled) => ({ id: labelled.label.id, outcome: measure.judge(labelled) }));
  const total = judged.reduce<{ right: number; missed: number; excess: number }>(
    (sum, { outcome }) => ({
      right: sum.right + outcome.right,
      missed: sum.missed + outcome.missed.length,
      excess: sum.excess + outcome.excess.length,
    }),
    { right: 0, missed: 0, excess: 0 },
  );
  const recall = ratio(total.right, total.missed);
  const precision = ratio(total.right, total.excess);
  const holds = recall >= measure.target && precision >= measure.target;
  console.log(
    `${holds ? 'ok  ' : 'MISS'} ${measure.id}: ${total.right} of ${total.right + total.missed} (${percent(recall)}), ` +
      `${total.excess} in excess (precision ${percent(precision)}), target ${percent(measure.target)}`,
  );
  if (verbose) for (const { id, outcome } of judged) printDisagreements(id, outcome);
  return holds;
}

function printDisagreements(id: string, { missed, excess }: Outcome): void {
  for (const text of missed) console.log(`       ${id}  - ${text}`);
  for (const text of excess) console.log(`       ${id}  + ${text}`);
}

function ratio(right: number, wrong: number): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
