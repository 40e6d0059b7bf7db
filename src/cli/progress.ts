/** One line on stderr that says how far a long run is: for people at a terminal, and gone before there is a result. */
import type { Step } from '../run/check.js';
import { count } from '../source/words.js';
import type { OptionSpec, Parsed } from './arguments.js';
import type { World } from './world.js';

export const PROGRESS_OPTION: OptionSpec = {
  name: 'no-progress',
  help: 'Do not say on a terminal how far a long run is',
};

export interface Progress {
  readonly tell: (step: Step) => void;
  readonly clear: () => void;
}

/** Milliseconds that a run may take without a word, and between two words. */
const PATIENCE = 500;
const INTERVAL = 100;

const CLEAR = '\r\u001b[K';

const SILENT: Progress = { tell: () => undefined, clear: () => undefined };

export function progressOf(parsed: Parsed, world: World): Progress {
  return !parsed.flag('no-progress') && isWatched(world) ? lineOn(world) : SILENT;
}

/** Whether somebody sees the line, on something that can take it back. */
function isWatched({ terminal, env }: World): boolean {
  const inCi = env.CI !== undefined && !['', '0', 'false'].includes(env.CI);
  return terminal.stderr && !inCi && env.TERM !== 'dumb';
}

function lineOn(world: World): Progress {
  let next = world.now() + PATIENCE;
  let isShown = false;
  return {
    tell: (step) => {
      const now = world.now();
      if (now < next) return;
      next = now + INTERVAL;
      isShown = true;
      world.stderr(`${CLEAR}${sentence(step).slice(0, world.terminal.columns - 1)}`);
    },
    clear: () => {
      if (isShown) world.stderr(CLEAR);
      isShown = false;
    },
  };
}

function sentence({ read, checked }: Step): string {
  if (checked === 0) return `bulkhead: ${count(read, 'project')} read`;
  return `bulkhead: ${checked} of ${count(read, 'project')} checked`;
}
