/** What the commands that give a report have in common. */
import type { Verdict } from '../run/check.js';
import type { RenderOptions } from '../run/outputs.js';
import { folderInRepository } from '../run/repository.js';
import type { Parsed } from './arguments.js';
import { prettyOptions } from './terminal.js';
import { EXIT, type ExitCode, type World } from './world.js';

export const EXIT_CODES: Readonly<Record<Verdict, ExitCode>> = {
  passed: EXIT.clean,
  findings: EXIT.findings,
  incomplete: EXIT.unusable,
  nothing: EXIT.unusable,
};

/** Of files. */
export const PLAIN = { color: false, width: 100 };

export function renderOptions(parsed: Parsed, world: World): RenderOptions {
  return {
    folder: folderInRepository(world.cwd),
    pretty: { ...prettyOptions(parsed, world), verbose: parsed.flag('verbose') },
  };
}

/** What the table of options allows, as the type that it is of. */
export function chosen<Choice extends string>(
  choices: readonly Choice[],
  text: string | undefined,
): Choice | undefined {
  return choices.find((choice) => choice === text);
}
