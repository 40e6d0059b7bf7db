/** Runs a command in process, as the entry point would, and keeps what it wrote. */
import { main } from '../../src/cli/main.js';
import type { World } from '../../src/cli/world.js';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Setting {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** Milliseconds that pass from one look at the clock to the next; by default none. */
  readonly tick?: number;
  readonly terminal?: Partial<World['terminal']>;
}

export async function run(
  argv: readonly string[],
  { cwd, env = {}, stdin = '', tick = 0, terminal = {} }: Setting,
): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  let time = 0;
  const world: World = {
    cwd,
    env,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    stdin: () => (typeof stdin === 'string' ? Buffer.from(stdin) : stdin),
    now: () => {
      time += tick;
      return time;
    },
    terminal: { stdout: false, stderr: false, columns: 100, ...terminal },
  };
  const code = await main(argv, world);
  return { code, stdout, stderr };
}
