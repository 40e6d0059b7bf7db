/** Options that several commands share. */
import { UserError } from '../compose/problem.js';
import type { Environment } from '../run/disk.js';
import { environmentFor } from '../run/environment.js';
import type { ConfigChoice } from '../run/find-config.js';
import type { Search, Selection } from '../run/selection.js';
import { parseShard, type Shard } from '../run/shard-name.js';
import { isLimitName, LIMIT_NAMES, LIMITS, type LimitName, type Limits, limitsWith } from '../source/limits.js';
import { nearest } from '../source/nearest.js';
import { isEngineLine } from '../topology/engine.js';
import type { OptionSpec, Parsed } from './arguments.js';
import type { World } from './world.js';

export const PROJECT_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'file',
    short: 'f',
    value: 'FILE',
    repeatable: true,
    help: 'A Compose file; several are merged into one project',
  },
  { name: 'project-name', short: 'p', value: 'NAME', help: 'The name of the project' },
  { name: 'project-directory', value: 'DIR', help: 'Where relative paths begin' },
  { name: 'profile', value: 'NAME', repeatable: true, help: 'Only services of this profile, and those without one' },
  { name: 'env-file', value: 'FILE', repeatable: true, help: 'Variables to use instead of .env' },
];

export const ENGINE_OPTIONS: readonly OptionSpec[] = [
  { name: 'engine', value: 'LINE', help: 'The version line of the Docker Engine, such as 27.5; default 28' },
  { name: 'swarm', help: "Judge what 'docker stack deploy' makes of the files" },
];

function engineOf(parsed: Parsed): Selection['engine'] {
  const line = parsed.value('engine');
  if (line !== undefined && !isEngineLine(line)) {
    throw new UserError(`--engine: '${line}' is no version line`, { hint: 'Examples: 28, 27.5.' });
  }
  return { ...(line !== undefined && { line }), ...(parsed.flag('swarm') && { mode: 'swarm' as const }) };
}

/** Of commands that can take every project there is. */
export const SEARCH_OPTIONS: readonly OptionSpec[] = [
  { name: 'recursive', short: 'r', help: 'Search directories for projects, as far as git does not ignore them' },
  {
    name: 'exclude',
    value: 'PATTERN',
    repeatable: true,
    help: 'Leave out of the search, in the language of .gitignore',
  },
];

export const SHARD_OPTION: OptionSpec = {
  name: 'shard',
  value: 'I/N',
  help: "Check the I-th of N parts of the projects; 'bulkhead merge' joins the reports",
};

export const STRICT_OPTION: OptionSpec = {
  name: 'strict',
  help: 'Read exactly as Docker Compose does, with the whole environment; refuse what it refuses',
};

export const CONFIG_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'config',
    value: 'FILE',
    help: 'The configuration; by default bulkhead.yaml, here or above in the repository',
  },
  { name: 'no-config', help: 'Use no configuration' },
];

/** Of every command. */
export const BASIC_OPTIONS: readonly OptionSpec[] = [
  { name: 'debug', help: 'Show the stack of an internal error' },
  { name: 'help', short: 'h', help: 'This text' },
];

export const LIMIT_OPTION: OptionSpec = {
  name: 'limit',
  value: 'NAME=NUMBER',
  repeatable: true,
  help: `Move a limit: ${LIMIT_NAMES.join(', ')}`,
};

/** Of every command that analyzes projects. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  { name: 'allow-outside', help: 'Open what a project refers to outside of the repository, too' },
  LIMIT_OPTION,
  ...BASIC_OPTIONS,
];

export function selectionOf(parsed: Parsed, world: World, paths: readonly string[]): Selection {
  return {
    workingDirectory: world.cwd,
    paths,
    files: parsed.values('file'),
    mode: parsed.flag('strict') ? 'strict' : 'analysis',
    projectName: parsed.value('project-name'),
    projectDirectory: parsed.value('project-directory'),
    profiles: parsed.values('profile'),
    envFiles: parsed.values('env-file'),
    engine: engineOf(parsed),
    config: configChoiceOf(parsed),
    search: searchOf(parsed),
    shard: shardOf(parsed),
    limits: limitsOf(parsed),
  };
}

function shardOf(parsed: Parsed): Shard | undefined {
  const text = parsed.value('shard');
  return text === undefined ? undefined : parseShard(text);
}

/** Throws a `UserError` for what is no limit, or no number for one. */
export function limitsOf(parsed: Parsed, defaults: Partial<Limits> = {}): Limits {
  const given: Partial<Record<LimitName, number>> = { ...defaults };
  for (const text of parsed.values('limit')) {
    const [name = '', number = '', ...rest] = text.split('=');
    if (!isLimitName(name)) {
      const similar = nearest(name, LIMIT_NAMES);
      throw new UserError(`--limit: there is no limit '${name}'${similar ? `; did you mean '${similar}'?` : ''}`, {
        hint: `Limits: ${LIMIT_NAMES.join(', ')}.`,
      });
    }
    const value = Number(number);
    if (rest.length > 0 || !/^[0-9]+$/.test(number) || !Number.isSafeInteger(value) || value < 1) {
      throw new UserError(`--limit: '${number}' is no number of ${LIMITS[name].unit}`, {
        hint: `Example: --limit ${name}=${LIMITS[name].value}, which is the default.`,
      });
    }
    given[name] = value;
  }
  return limitsWith(given);
}

function searchOf(parsed: Parsed): Search | undefined {
  if (parsed.flag('whole-project')) return { scope: 'around' };
  return parsed.flag('recursive') ? { scope: 'below', exclude: parsed.values('exclude') } : undefined;
}

function configChoiceOf(parsed: Parsed): ConfigChoice {
  const file = parsed.value('config');
  if (!parsed.flag('no-config')) return file === undefined ? { kind: 'search' } : { kind: 'file', file };
  if (file !== undefined) throw new UserError('give either --config or --no-config, not both');
  return { kind: 'none' };
}

export function environmentOf(parsed: Parsed, world: World): Environment {
  return environmentFor(parsed.flag('strict') ? 'strict' : 'analysis', world.env);
}
