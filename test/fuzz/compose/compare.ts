/** One project, loaded by Docker Compose and by us, in the same place with the same environment. */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadProject } from '../../../src/compose/load.js';
import { configJson } from '../../../src/compose/output.js';
import { difference } from '../../conformance/suite.js';
import { diskHost } from '../../support/disk-host.js';
import { ENVIRONMENT } from '../grammar/environment.js';
import type { RandomProject } from '../grammar/project.js';

/** What a loader makes of a project; the texts have no path in them. */
type Answer = { readonly ok: true; readonly config: unknown } | { readonly ok: false; readonly error: string };

export interface Difference {
  /** `accepted` and `refused` are our verdict, where it is not that of Compose. */
  readonly kind: 'accepted' | 'refused' | 'model' | 'threw';
  /** What differs, or the refusal of the one that refuses. */
  readonly what: string;
}

export interface Compared {
  /** False where Compose was stopped before it could answer. */
  readonly answered: boolean;
  readonly accepted: boolean;
  readonly difference: Difference | undefined;
}

/** `folder`: one that nobody else uses; emptied first. */
export async function compare(compose: string, folder: string, project: RandomProject): Promise<Compared> {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(project.files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  // Without its collector and its threads, Go takes half the time for so little.
  const env = { ...ENVIRONMENT, HOME: '/nonexistent', PWD: folder, GOGC: 'off', GOMAXPROCS: '1' };
  const theirs = await answerOf(compose, folder, project.args, env);
  if (!theirs) return { answered: false, accepted: false, difference: undefined };
  return {
    answered: true,
    accepted: theirs.ok,
    difference: differenceBetween(ours(folder, project.args, env), theirs, folder),
  };
}

function answerOf(
  compose: string,
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const options = { cwd, env, maxBuffer: 1 << 28, timeout: 60_000 };
    execFile(compose, [...args, 'config', '--format', 'json'], options, (error, stdout, stderr) => {
      if (!error) resolve({ ok: true, config: JSON.parse(stdout) });
      else if (typeof error.code === 'number') resolve({ ok: false, error: stderr.trim().split('\n').at(-1) ?? '' });
      else resolve(undefined);
    });
  });
}

function ours(cwd: string, args: readonly string[], env: Readonly<Record<string, string>>): Answer {
  const given = (flag: string): readonly string[] =>
    args.flatMap((arg, index) => (args[index - 1] === flag ? [arg] : []));
  const [projectName] = given('-p');
  const [projectDirectory] = given('--project-directory');
  const { project, problems } = loadProject(diskHost(env), {
    mode: 'strict',
    workingDirectory: cwd,
    files: given('-f'),
    profiles: given('--profile'),
    envFiles: given('--env-file'),
    ...(projectName !== undefined && { projectName }),
    ...(projectDirectory !== undefined && { projectDirectory }),
  });
  if (project) return { ok: true, config: JSON.parse(JSON.stringify(configJson(project))) };
  return { ok: false, error: problems.find(({ kind }) => kind === 'refusal')?.message ?? '' };
}

function differenceBetween(own: Answer, theirs: Answer, folder: string): Difference | undefined {
  const bare = (text: string): string => text.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
  if (own.ok && theirs.ok) {
    const what = difference('', own.config, theirs.config);
    return what === undefined ? undefined : { kind: 'model', what: bare(what) };
  }
  if (own.ok && !theirs.ok) return { kind: 'accepted', what: bare(theirs.error) };
  if (!own.ok && theirs.ok) return { kind: 'refused', what: bare(own.error) };
  return undefined;
}

/** Differences of one signature most likely have one cause. */
export function signatureOf({ kind, what }: Difference): string {
  const cause = what
    .replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, 'S')
    .replace(/\b(services|networks|volumes|secrets|configs|models)\.[\w-]+/g, '$1.N')
    .replace(/\b(web|api|db|inner|sidecar)\b/g, 'N')
    .replace(/\d+/g, '0');
  return `${kind} ${cause.slice(0, 160)}`;
}
