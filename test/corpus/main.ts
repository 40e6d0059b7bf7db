/** The program behind `npm run corpus`. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadProject } from '../../src/compose/load.js';
import { configJson, modelJson } from '../../src/compose/output.js';
import { difference } from '../conformance/suite.js';
import { diskHost } from '../support/disk-host.js';
import { DIVERGENCES } from './divergences.js';

interface Expected {
  readonly path: string;
  readonly ok: boolean;
  readonly config?: unknown;
  readonly error?: string;
}

interface Outcome {
  readonly path: string;
  readonly expected: Expected;
  /** What Compose would have printed, by our account; `undefined` where we refuse. */
  readonly config: unknown;
  readonly refusal: string | undefined;
}

type Verdict = 'same' | 'verdict' | 'model';

interface Judged extends Outcome {
  readonly verdict: Verdict;
  readonly difference: string | undefined;
  /** The class of known divergences that it belongs to. */
  readonly known: string | undefined;
}

interface Reference {
  readonly name: string;
  readonly file: string;
  readonly interpolate: boolean;
}

const REFERENCES: readonly Reference[] = [
  { name: 'config', file: 'expected/config.jsonl.gz', interpolate: true },
  { name: 'config --no-interpolate --no-consistency', file: 'expected/config-raw.jsonl.gz', interpolate: false },
];
/** What the recordings ran with, as they show. */
const ENVIRONMENT = { HOME: '/nonexistent', PWD: '/tmp/oracle' };
const THRESHOLD = 0.995;
const SHOWN_CHARACTERS = 400;

export function main(args: readonly string[]): void {
  const folder = path.resolve(args.find((arg) => !arg.startsWith('--')) ?? '../shared/corpus');
  if (!existsSync(folder)) throw new Error(`no such folder: ${folder}`);
  const match = args.find((arg) => arg.startsWith('--match='))?.slice('--match='.length) ?? '';
  for (const reference of REFERENCES) {
    const rows = expectations(path.join(folder, reference.file)).filter((row) => row.path.includes(match));
    const judged = rows.map((row) => judge(load(folder, reference, row)));
    if (!print(reference, judged, args.includes('--verbose'))) process.exitCode = 1;
  }
}

function expectations(file: string): readonly Expected[] {
  if (!existsSync(file)) return [];
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Expected => JSON.parse(line));
}

function load(folder: string, { interpolate }: Reference, expected: Expected): Outcome {
  const file = path.join(folder, expected.path);
  const directory = path.dirname(file);
  const { project, problems } = loadProject(diskHost(ENVIRONMENT), {
    mode: 'strict',
    workingDirectory: folder,
    files: [file],
    projectDirectory: directory,
    projectName: 'oracle',
    interpolate,
    consistency: interpolate,
  });
  const printed = project && (interpolate ? configJson(project) : modelJson(project));
  const refusal = problems.find(({ kind }) => kind === 'refusal')?.message;
  return { path: expected.path, expected, config: printed && placed(printed, folder, directory), refusal };
}

/**
 * The project directory as `.`, and other folders as seen from the corpus. The recordings were rewritten as text, in
 * which Go escapes these characters, so that directories with them were not found.
 */
function placed(config: unknown, folder: string, directory: string): unknown {
  const text = JSON.stringify(config);
  const local = /[<>&]/.test(directory) ? text : text.replaceAll(directory, '.');
  return JSON.parse(local.replaceAll(`${folder}/`, ''));
}

function judge(outcome: Outcome): Judged {
  const { expected, config, refusal } = outcome;
  const loads = config !== undefined;
  const found =
    loads !== expected.ok
      ? (refusal ?? `accepted, but refused by Compose: ${expected.error}`)
      : loads
        ? difference('config', config, expected.config)
        : undefined;
  const verdict = found === undefined ? 'same' : loads === expected.ok ? 'model' : 'verdict';
  const text = `${found ?? ''}\n${expected.error ?? ''}`;
  const known = found === undefined ? undefined : DIVERGENCES.find(({ matches }) => matches.test(text))?.name;
  return { ...outcome, verdict, difference: found, known };
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
