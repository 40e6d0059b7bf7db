/** The names of the commands; the first is the default. */
export const COMMAND_NAMES = [
  'check',
  'graph',
  'reach',
  'fix',
  'config',
  'baseline',
  'merge',
  'init',
  'explain',
  'completion',
] as const;

/** Options with which a run looks at many projects. */
export const MANY_PROJECTS = ['-r', '--recursive', '--whole-project'] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];
