/** Every command with its options; the code behind a command is loaded when it is called. The first one is the default. */
import { SEVERITIES } from '../rules/rule.js';
import type { CommandSpec, OptionSpec } from './arguments.js';
import { COMMON_OPTIONS, PROJECT_OPTIONS, STRICT_OPTION } from './options.js';

/** As the table of formats has them; a test holds the two together, so that `--help` need not load them. */
export const FORMAT_CHOICES = ['pretty', 'unix', 'json', 'sarif', 'github', 'markdown', 'junit', 'gitlab'] as const;

const COLOR_OPTION: OptionSpec = {
  name: 'color',
  value: 'WHEN',
  choices: ['auto', 'always', 'never'],
  help: 'Colour on a terminal only, always, or never; NO_COLOR and FORCE_COLOR are honoured',
};

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'check',
    usage: '[PATH...]',
    summary: 'Report what endangers a project (the default command)',
    description: `Report what endangers a project. Each PATH is a project of its own: a directory, a Compose file, or
- for standard input. Without a PATH, the project of the working directory, found as Docker
Compose finds it.`,
    options: [
      ...PROJECT_OPTIONS,
      { name: 'format', value: 'FORMAT', choices: FORMAT_CHOICES, help: 'What to print' },
      { name: 'output', short: 'o', value: 'FORMAT=FILE', repeatable: true, help: 'Write a further format to a file' },
      {
        name: 'fail-on',
        value: 'SEVERITY',
        choices: [...SEVERITIES, 'never'],
        help: 'Exit 1 from this severity on; default high',
      },
      { name: 'pedantic', help: 'Report what is only a matter of principle, too' },
      STRICT_OPTION,
      COLOR_OPTION,
      { name: 'verbose', short: 'v', help: 'Show notes and suppressed findings in full' },
      ...COMMON_OPTIONS,
    ],
    load: async () => (await import('./check.js')).check,
  },
];
