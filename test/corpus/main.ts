/** The program behind `npm run corpus`. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Judged, Reference } from './compare.js';
import { expectations, judge, REFERENCES } from './compare.js';
import { DIVERGENCES } from './divergences.js';

const THRESHOLD = 0.995;
const SHOWN_CHARACTERS = 400;

export function main(args: readonly string[]): void {
  const folder = path.resolve(args.find((arg) => !arg.startsWith('--')) ?? '../shared/corpus');
  if (!existsSync(folder)) throw new Error(`no such folder: ${folder}`);
  const match = args.find((arg) => arg.startsWith('--match='))?.slice('--match='.length) ?? '';
  for (const reference of REFERENCES) {
    const rows = expectations(folder, reference).filter((row) => row.path.includes(match));
    const judged = rows.map((row) => judge(folder, reference, row));
    if (!print(reference, judged, args.includes('--verbose'))) process.exitCode = 1;
  }
}

/** Whether the shares are good enough. */
function print({ name }: Reference, judged: readonly Judged[], verbose: boolean): boolean {
  const verdicts = judged.filter(({ verdict }) => verdict !== 'verdict').length;
  const loading = judged.filter(({ expected, verdict }) => expected.ok && verdict !== 'verdict');
  const models = loading.filter(({ verdict }) => verdict === 'same').length;
  console.log(`\n${name}: ${judged.length} files`);
  console.log(`  same verdict ${share(verdicts, judged.length)}, same model ${share(models, loading.length)}`);
  const unexplained = judged.filter(({ verdict, known }) => verdict !== 'same' && known === undefined);
  for (const { name: known, reason } of DIVERGENCES) {
    const count = judged.filter((row) => row.known === known).length;
    if (count > 0) console.log(`  ${String(count).padStart(5)}  ${known}: ${reason}`);
  }
  console.log(`  ${String(unexplained.length).padStart(5)}  unexplained`);
  if (verbose) {
    for (const row of unexplained)
      console.log(`\n${row.verdict}  ${row.path}\n  ${row.difference?.slice(0, SHOWN_CHARACTERS)}`);
  }
  return ratio(verdicts, judged.length) >= THRESHOLD && ratio(models, loading.length) >= THRESHOLD;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function share(part: number, whole: number): string {
  return `${(100 * ratio(part, whole)).toFixed(2)} % (${part} of ${whole})`;
}
