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
}

export async function run(argv: readonly string[], { cwd, env = {}, stdin = '' }: Setting): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
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
    terminal: { stdout: false, stderr: false, columns: 100 },
  };
  const code = await main(argv, world);
  return { code, stdout, stderr };
}
