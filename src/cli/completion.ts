/** `bulkhead completion`: scripts for shells, made of the table of commands. */
import { UserError } from '../compose/problem.js';
import type { Command } from './arguments.js';
import { COMMANDS } from './commands.js';
import { bashScript } from './completion/bash.js';
import { fishScript } from './completion/fish.js';
import { type Completable, completableOf } from './completion/model.js';
import { zshScript } from './completion/zsh.js';
import { EXIT } from './world.js';

const SCRIPTS: ReadonlyMap<string, (commands: readonly Completable[]) => string> = new Map([
  ['bash', bashScript],
  ['zsh', zshScript],
  ['fish', fishScript],
]);

export const SHELLS: readonly string[] = [...SCRIPTS.keys()];

export const completion: Command = async (parsed, world) => {
  const [shell = '', ...more] = parsed.positionals;
  const script = SCRIPTS.get(shell);
  if (!script || more.length > 0) throw new UserError(`completion takes one of ${SHELLS.join(', ')}`);
  world.stdout(script(await Promise.all(COMMANDS.map(completableOf))));
  return EXIT.clean;
};
