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

export type CommandName = (typeof COMMAND_NAMES)[number];
