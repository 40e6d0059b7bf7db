/** Every command with its options; the code behind all but the first, the default, is loaded when it is called. */
import { SEVERITIES } from '../rules/rule.js';
import type { CommandSpec } from './arguments.js';
import { check } from './check.js';
import type { CommandName } from './command-names.js';
import {
  BASIC_OPTIONS,
  COMMON_OPTIONS,
  CONFIG_OPTIONS,
  ENGINE_OPTIONS,
  LIMIT_OPTION,
  PROJECT_OPTIONS,
  SEARCH_OPTIONS,
  SHARD_OPTION,
  STRICT_OPTION,
} from './options.js';
import { PROGRESS_OPTION } from './progress.js';
import { COLOR_OPTION } from './terminal.js';

/** As the table of formats has them; a test holds the two together, so that `--help` need not load them. */
export const FORMAT_CHOICES = ['pretty', 'unix', 'json', 'sarif', 'github', 'markdown', 'junit', 'gitlab'] as const;

export const COMMANDS: readonly (CommandSpec & { readonly name: CommandName })[] = [
  {
    name: 'check',
    usage: '[PATH...]',
    arguments: 'paths',
    summary: 'Report what endangers a project (the default command)',
    description: `Report what endangers a project. Each PATH is a project of its own: a directory, a Compose file, or
- for standard input. Without a PATH, the project of the working directory, found as Docker
Compose finds it.

With --recursive, every project in the directories: what Docker Compose would find in each, and
files such as compose.prod.yaml, alone if they are complete, else merged onto the main file.
With --whole-project, the projects of the repository that the files are a part of.`,
    options: [
      ...PROJECT_OPTIONS,
      ...SEARCH_OPTIONS,
      SHARD_OPTION,
      { name: 'whole-project', help: 'Check the projects that the files are a part of: overrides, includes, extends' },
      { name: 'format', value: 'FORMAT', choices: FORMAT_CHOICES, help: 'What to print' },
      { name: 'output', short: 'o', value: 'FORMAT=FILE', repeatable: true, help: 'Write a further format to a file' },
      {
        name: 'fail-on',
        value: 'SEVERITY',
        choices: [...SEVERITIES, 'never'],
        help: 'Exit 1 from this severity on; default high',
      },
      { name: 'min-severity', value: 'SEVERITY', choices: SEVERITIES, help: 'Report nothing below; default low' },
      { name: 'pedantic', help: 'Report what is only a matter of principle, too' },
      { name: 'baseline', value: 'FILE', help: "Suppress the findings in a file that 'bulkhead baseline' wrote" },
      { name: 'no-ignores', help: 'Report what comments and configuration ignore, too' },
      ...CONFIG_OPTIONS,
      ...ENGINE_OPTIONS,
      STRICT_OPTION,
      COLOR_OPTION,
      PROGRESS_OPTION,
      { name: 'verbose', short: 'v', help: 'Show notes and suppressed findings in full' },
      ...COMMON_OPTIONS,
    ],
    load: async () => check,
  },
  {
    name: 'graph',
    usage: '[PATH...]',
    arguments: 'paths',
    summary: 'Show who can reach whom',
    description: `Show who can reach whom: as data (json), or as a picture. Further PATHs are projects on the same
Engine, which may share networks with the first; their services are PROJECT/SERVICE.`,
    options: [
      ...PROJECT_OPTIONS,
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['json', 'mermaid', 'dot', 'svg'],
        help: 'What to print; default mermaid',
      },
      {
        name: 'no-pairs',
        help: 'Leave the list of pairs out of the JSON, which grows with the square of the services',
      },
      ...CONFIG_OPTIONS,
      ...ENGINE_OPTIONS,
      STRICT_OPTION,
      ...COMMON_OPTIONS,
    ],
    load: async () => (await import('./graph.js')).graph,
  },
  {
    name: 'reach',
    usage: 'FROM TO[:PORT]',
    summary: 'Tell whether one end can open connections to another, and why',
    description: `Tell whether one end can open connections to another, and why. FROM is a service, internet, lan,
host or peers (unknown containers on networks that others may join); TO is a service, internet, lan
or host. A service of another project is PROJECT/SERVICE; one that is called host, service:host.
Exit codes: 0 reachable, 1 not, 2 error.`,
    options: [
      { name: 'from', value: 'FROM', help: 'List what this end reaches' },
      { name: 'to', value: 'TO', help: 'List who reaches this end' },
      { name: 'transitive', help: 'Also through services that are taken over on the way' },
      {
        name: 'path',
        value: 'PATH',
        repeatable: true,
        help: 'A project, as for check; default the working directory. Further ones run on the same Engine',
      },
      ...PROJECT_OPTIONS,
      { name: 'format', value: 'FORMAT', choices: ['text', 'json'], help: 'What to print; default text' },
      ...CONFIG_OPTIONS,
      ...ENGINE_OPTIONS,
      STRICT_OPTION,
      ...COMMON_OPTIONS,
    ],
    load: async () => (await import('./reach.js')).reach,
  },
  {
    name: 'fix',
    usage: '[PATH...]',
    arguments: 'paths',
    summary: 'Repair what can be repaired safely',
    description: `Show as a unified diff what can be repaired safely, or repair it. Every fix is tried out first: the
project must stay the same but for what is meant to change, and no finding may come up. Why a
finding is left alone is told on standard error. The diff shows secrets as •••, so that one with
such a line is to be read, not to be applied; --apply changes the files exactly. Variables that
take the place of credentials are listed in .env.example, without values.
Exit codes: 0 nothing left to fix, 1 the diff shows fixes that were not applied, 2 errors.`,
    options: [
      { name: 'apply', help: 'Change the files' },
      { name: 'only', value: 'RULE', repeatable: true, help: 'Fix the findings of this rule only' },
      ...PROJECT_OPTIONS,
      ...CONFIG_OPTIONS,
      STRICT_OPTION,
      ...COMMON_OPTIONS,
    ],
    load: async () => (await import('./fix.js')).fix,
  },
  {
    name: 'config',
    usage: '[SERVICE...]',
    summary: 'Print the project as Docker Compose resolves it',
    description: `Print the project as Docker Compose resolves it, and refuse what it refuses, with the place. The output
holds what the files hold, credentials included, as that of 'docker compose config' does, and files are
opened wherever they are, as it does.`,
    options: [
      ...PROJECT_OPTIONS,
      { name: 'format', value: 'FORMAT', choices: ['yaml', 'json'], help: 'What to print; default yaml' },
      { name: 'no-interpolate', help: 'Leave variables as they are written' },
      { name: 'no-consistency', help: 'Do not check what services refer to' },
      { name: 'no-normalize', help: 'Do not add what Compose implies' },
      { name: 'no-path-resolution', help: 'Leave paths as they are written' },
      { name: 'services', help: 'Print the names of the services only' },
      { name: 'networks', help: 'Print the keys of the networks only' },
      { name: 'volumes', help: 'Print the keys of the volumes only' },
      { name: 'images', help: 'Print the names of the images only' },
      { name: 'profiles', help: 'Print the names of the profiles only' },
      { name: 'provenance', help: 'Print where each value was written, and how it came to be where it is' },
      { name: 'quiet', short: 'q', help: 'Print nothing but what is wrong' },
      LIMIT_OPTION,
      ...BASIC_OPTIONS,
    ],
    load: async () => (await import('./config.js')).config,
  },
  {
    name: 'baseline',
    usage: '[PATH...]',
    arguments: 'paths',
    summary: 'Write down what is found today, so that check tells of what is new',
    description: `Write down what is found today, so that 'check --baseline FILE' tells of what is new. Findings are known
again by what they are about: lines may move. Names of files, services and keys are written, never a value.`,
    options: [
      ...PROJECT_OPTIONS,
      ...SEARCH_OPTIONS,
      { name: 'output', short: 'o', value: 'FILE', help: 'Where to write it; by default it is printed' },
      { name: 'pedantic', help: 'With what is only a matter of principle' },
      ...CONFIG_OPTIONS,
      ...ENGINE_OPTIONS,
      STRICT_OPTION,
      ...COMMON_OPTIONS,
    ],
    load: async () => (await import('./baseline.js')).baseline,
  },
  {
    name: 'merge',
    usage: 'REPORT...',
    arguments: 'paths',
    summary: 'Join reports: the shards of a run, or runs over different projects',
    description: `Join reports: the shards of a run ('check --shard I/N'), or runs over different projects. Each REPORT is
what 'check' wrote as json or sarif, or - for standard input. Reports in JSON become one report in
any format but sarif; SARIF logs become one log. What is in several reports is told once, and a
shard that is missing is told as a gap. Exit codes are those of check.`,
    options: [
      { name: 'format', value: 'FORMAT', choices: FORMAT_CHOICES, help: 'What to print' },
      { name: 'output', short: 'o', value: 'FORMAT=FILE', repeatable: true, help: 'Write a further format to a file' },
      {
        name: 'fail-on',
        value: 'SEVERITY',
        choices: [...SEVERITIES, 'never'],
        help: 'Exit 1 from this severity on; default what the shards were to do, else high',
      },
      COLOR_OPTION,
      { name: 'verbose', short: 'v', help: 'Show suppressed findings, and pedantic ones in full' },
      ...COMMON_OPTIONS,
    ],
    load: async () => (await import('./merge.js')).merge,
  },
  {
    name: 'init',
    usage: '',
    summary: 'Write a commented bulkhead.yaml to begin with',
    options: BASIC_OPTIONS,
    load: async () => (await import('./init.js')).init,
  },
  {
    name: 'explain',
    usage: '[RULE]',
    summary: 'Tell what a rule is about, and how to fix it',
    description: `Tell what a rule is about: who can do what to whom, a bad and a good example, how to fix it, when to
ignore it. Without a RULE, list them all.`,
    options: [
      { name: 'format', value: 'FORMAT', choices: ['text', 'markdown', 'json'], help: 'What to print; default text' },
      COLOR_OPTION,
      ...BASIC_OPTIONS,
    ],
    arguments: async () => (await import('./explain.js')).ruleIds(),
    load: async () => (await import('./explain.js')).explain,
  },
  {
    name: 'completion',
    usage: 'SHELL',
    arguments: async () => (await import('./completion.js')).SHELLS,
    summary: 'Print what makes a shell complete commands, options and files',
    description: `Print what makes a shell complete commands, options and files. SHELL is bash, zsh or fish.

  bash  bulkhead completion bash > ~/.local/share/bash-completion/completions/bulkhead
  zsh   bulkhead completion zsh > "\${fpath[1]}/_bulkhead"
  fish  bulkhead completion fish > ~/.config/fish/completions/bulkhead.fish`,
    options: BASIC_OPTIONS,
    load: async () => (await import('./completion.js')).completion,
  },
];
