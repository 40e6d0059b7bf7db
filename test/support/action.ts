/** Runs the bundle of the Action as GitHub does: from a folder of its own, with its inputs and files in the environment. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { folderWith } from './folder.js';
import { ROOT } from './shared.js';

interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export const METADATA: Metadata = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8'));

/** Without `node_modules` anywhere above. */
const home = folderWith({});
const bundle = path.join(home, path.basename(METADATA.runs.main));
copyFileSync(path.join(ROOT, METADATA.runs.main), bundle);

export interface StepResult {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** One step of a job over a workspace; inputs that are not given have their defaults, as on GitHub. */
export function runStep(
  workspace: string,
  inputs: Readonly<Record<string, string>> = {},
  environment: Readonly<Record<string, string>> = {},
): StepResult {
  const files = folderWith({ output: '', summary: '' });
  const given = Object.entries(METADATA.inputs).map(([name, input]) => [
    `INPUT_${name.replace(/ /g, '_').toUpperCase()}`,
    inputs[name] ?? input.default,
  ]);
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle], {
    cwd: workspace,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: {
      PATH: process.env.PATH ?? '',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SHA: 'c0ffee'.padEnd(40, '0'),
      GITHUB_OUTPUT: path.join(files, 'output'),
      GITHUB_STEP_SUMMARY: path.join(files, 'summary'),
      ACTIONS_RUNTIME_TOKEN: 'maple-token',
      ...Object.fromEntries(given),
      ...environment,
    },
  });
  if (stderr !== '') throw new Error(stderr);
  return {
    code: status,
    log: stdout,
    outputs: outputsIn(readFileSync(path.join(files, 'output'), 'utf8')),
    summary: readFileSync(path.join(files, 'summary'), 'utf8'),
  };
}

/** `name<<delimiter`, the value, the delimiter. */
function outputsIn(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/^([\w-]+)<<(ghadelimiter_[\w-]+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries(Array.from(found, ([, name = '', , value = '']) => [name, value]));
}

/**
 * The commands that the runner would carry out, as actions/runner reads a log: a line that begins with `::name`, or has
 * `##[name]` anywhere, unless commands are stopped, until the word that was given then.
 */
export function commandsIn(log: string): readonly string[] {
  const commands: string[] = [];
  let stopped: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const name = commandName(line.trimStart());
    if (name === undefined) continue;
    if (stopped !== undefined) {
      if (name === stopped) stopped = undefined;
      continue;
    }
    if (name === 'stop-commands') stopped = line.split('::')[2];
    commands.push(line);
  }
  return commands;
}

function commandName(line: string): string | undefined {
  const end = line.indexOf('::', 2);
  if (line.startsWith('::') && end >= 0) return line.slice(2, end).split(' ')[0];
  return /##\[([^\s\]]*)[^\]]*\]/.exec(line)?.[1];
}
