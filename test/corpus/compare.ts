/** Real files, and what Docker Compose printed of each: loads them and says where we differ. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadProject } from '../../src/compose/load.js';
import { configJson, modelJson } from '../../src/compose/output.js';
import { difference } from '../conformance/suite.js';
import { diskHost } from '../support/disk-host.js';
import { DIVERGENCES } from './divergences.js';

export interface Expected {
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

export interface Judged extends Outcome {
  readonly verdict: Verdict;
  readonly difference: string | undefined;
  /** The class of known divergences that it belongs to. */
  readonly known: string | undefined;
}

export interface Reference {
  readonly name: string;
  readonly file: string;
  readonly interpolate: boolean;
}

export const REFERENCES: readonly Reference[] = [
  { name: 'config', file: 'expected/config.jsonl.gz', interpolate: true },
  { name: 'config --no-interpolate --no-consistency', file: 'expected/config-raw.jsonl.gz', interpolate: false },
];
/** What the recordings ran with, as they show. */
const ENVIRONMENT = { HOME: '/nonexistent', PWD: '/tmp/oracle' };
/** None where the file is absent. */
export function expectations(folder: string, reference: Reference): readonly Expected[] {
  const file = path.join(folder, reference.file);
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

export function judge(folder: string, reference: Reference, row: Expected): Judged {
  const outcome = load(folder, reference, row);
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
