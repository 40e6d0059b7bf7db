/** Loads projects that are given as texts. */
import type { Loaded, LoadOptions } from '../../src/compose/load.js';
import { loadProject } from '../../src/compose/load.js';
import type { JsonObject } from '../../src/compose/output.js';
import { configJson } from '../../src/compose/output.js';
import type { Problem } from '../../src/compose/problem.js';
import type { Range } from '../../src/source/text.js';
import { positionAt } from '../../src/source/text.js';
import { memoryHost } from './memory-host.js';

export type Files = Readonly<Record<string, string>>;

/** Where the project lies and the command runs. */
export const DIRECTORY = '/project';

export interface Setting extends Partial<LoadOptions> {
  readonly env?: Readonly<Record<string, string>>;
}

/** Names of files may be relative to the project. */
export function load(files: Files, { env = {}, ...options }: Setting = {}): Loaded {
  const absolute = Object.entries(files).map(([name, text]) => [
    name.startsWith('/') ? name : `${DIRECTORY}/${name}`,
    text,
  ]);
  const host = memoryHost(Object.fromEntries(absolute), env, DIRECTORY);
  return loadProject(host, { mode: 'strict', workingDirectory: DIRECTORY, ...options });
}

/** What `config` prints of the project, which must load. */
export function config(files: Files, setting: Setting = {}): JsonObject {
  const { project, problems } = load(files, setting);
  if (!project) throw new Error(`refused: ${JSON.stringify(messages(problems))}`);
  return JSON.parse(JSON.stringify(configJson(project)));
}

/** A value of what `config` prints. */
export function configAt(files: Files, path: readonly string[], setting: Setting = {}): unknown {
  return path.reduce<unknown>((value, key) => Object(value)[key], config(files, setting));
}

export function messages(problems: readonly Problem[], kind?: Problem['kind']): readonly string[] {
  return problems.filter((problem) => kind === undefined || problem.kind === kind).map(({ message }) => message);
}

/** `file:line:column`. */
export function place(range: Range | undefined): string | undefined {
  if (!range) return undefined;
  const { line, column } = positionAt(range.source, range.start);
  return `${range.source.path}:${line}:${column}`;
}
