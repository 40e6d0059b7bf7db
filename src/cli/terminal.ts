/** How commands print for people: with which colours, how wide. */
import type { PrettyOptions } from '../report/pretty.js';
import type { OptionSpec, Parsed } from './arguments.js';
import type { World } from './world.js';

export const COLOR_OPTION: OptionSpec = {
  name: 'color',
  value: 'WHEN',
  choices: ['auto', 'always', 'never'],
  help: 'Colour on a terminal only, always, or never; NO_COLOR and FORCE_COLOR are honoured',
};

export function prettyOptions(parsed: Parsed, world: World): PrettyOptions {
  return {
    color: useColor(parsed.value('color'), world),
    width: Math.max(40, Math.min(world.terminal.columns, 160)),
    insideActions: world.env.GITHUB_ACTIONS === 'true',
  };
}

/** NO_COLOR and FORCE_COLOR as their authors define them; an option beats both. */
function useColor(choice: string | undefined, world: World): boolean {
  if (choice === 'always') return true;
  if (choice === 'never') return false;
  if (world.env.NO_COLOR) return false;
  const forced = world.env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return world.terminal.stdout && world.env.TERM !== 'dumb';
}
