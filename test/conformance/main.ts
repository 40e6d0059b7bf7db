/** The program behind `npm run conformance`. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { casesOf } from './cases.js';
import { DIVERGENCES } from './divergences.js';
import type { AnyCase, Suite } from './suite.js';
import { SUITES } from './suites.js';

interface Failure {
  readonly id: string;
  readonly difference: string;
}

interface Row {
  readonly suite: Suite;
  readonly passed: number;
  readonly known: readonly Failure[];
  readonly failed: readonly Failure[];
}

const SHOWN_CHARACTERS = 600;

export function main(args: readonly string[]): void {
  const verbose = args.includes('--verbose');
  const only = args.find((arg) => arg.startsWith('--suite='))?.slice('--suite='.length);
  const folder = path.resolve(args.find((arg) => !arg.startsWith('--')) ?? '../shared/conformance');
  if (!existsSync(folder)) throw new Error(`no such folder: ${folder}`);
  const rows = SUITES.filter(({ name }) => only === undefined || name === only).map((suite) => runSuite(suite, folder));
  print(rows, verbose);
  if (rows.some(isBelow)) process.exitCode = 1;
}

function runSuite(suite: Suite, folder: string): Row {
  const cases = casesOf(folder, suite);
  const failures = cases.flatMap((item): Failure[] => {
    const difference = attempt(suite, item);
    return difference === undefined ? [] : [{ id: item.id, difference }];
  });
  const isKnown = ({ id }: Failure): boolean => DIVERGENCES.some((divergence) => divergence.cases.test(id));
  return {
    suite,
    passed: cases.length - failures.length,
    known: failures.filter(isKnown),
    failed: failures.filter((failure) => !isKnown(failure)),
  };
}

function attempt(suite: Suite, item: AnyCase): string | undefined {
  try {
    return suite.run(item);
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : String(error)}`;
  }
}

function shareOf({ passed, known, failed }: Row): number {
  const all = passed + known.length + failed.length;
  return all === 0 ? 1 : (passed + known.length) / all;
}

function isBelow(row: Row): boolean {
  return shareOf(row) < row.suite.threshold;
}

function print(rows: readonly Row[], verbose: boolean): void {
  console.log(
    `${'suite'.padEnd(15)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'known'.padStart(8)}${'share'.padStart(9)}`,
  );
  for (const row of rows) {
    const { suite, passed, failed, known } = row;
    const share = `${(100 * shareOf(row)).toFixed(1)} %`;
    const cells = [passed, failed.length, known.length].map((count) => String(count).padStart(8)).join('');
    console.log(`${suite.name.padEnd(15)}${cells}${share.padStart(9)}${isBelow(row) ? '  below the threshold' : ''}`);
  }
  if (!verbose) return;
  for (const { suite, failed } of rows) {
    for (const { id, difference } of failed)
      console.log(`\n${suite.name}  ${id}\n  ${difference.slice(0, SHOWN_CHARACTERS)}`);
  }
}
