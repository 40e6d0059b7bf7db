/** Runs the bundled command line over hard inputs, each run a process of its own, and says what it took. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HardInput } from './input.js';

export interface Outcome {
  readonly code: number | null;
  /** The process was killed: it hung. */
  readonly hung: boolean;
  readonly seconds: number;
  /** Peak resident set, and time on all processors; NaN where the process did not live to tell. */
  readonly megabytes: number;
  readonly cpu: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Writes down what the process took when it ends. */
const PROBE = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require('node:fs').writeFileSync(process.env.HARD_USAGE, JSON.stringify([maxRSS / 1024, (userCPUTime + systemCPUTime) / 1e6]));
});
`;

/** By the sources as they are: `dist/` may be older. The bundler runs in a process of its own, for it cannot be bundled. */
function bundle(root: string, outfile: string): void {
  const options = {
    entryPoints: ['src/cli/process.ts'],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    define: { BULKHEAD_VERSION: '"0"' },
    logLevel: 'warning',
  };
  execFileSync(process.execPath, ['-e', `require('esbuild').buildSync(${JSON.stringify(options)})`], { cwd: root });
}

export class Bench {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'bulkhead-hard-'));
  #made = 0;

  constructor(root: string) {
    bundle(root, path.join(this.#folder, 'cli.js'));
    writeFileSync(path.join(this.#folder, 'probe.cjs'), PROBE);
  }

  /** A new folder with the input in it. */
  make(input: HardInput): string {
    const folder = path.join(this.#folder, `input-${this.#made++}`);
    mkdirSync(folder);
    input.make(folder);
    return folder;
  }

  drop(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
  }

  async run(argv: readonly string[], cwd: string, limit: number): Promise<Outcome> {
    const usage = path.join(this.#folder, 'usage');
    rmSync(usage, { force: true });
    const started = performance.now();
    const child = spawn(
      process.execPath,
      ['-r', path.join(this.#folder, 'probe.cjs'), path.join(this.#folder, 'cli.js'), ...argv],
      {
        cwd,
        // Home is a place of its own: nothing of who runs this is read.
        env: { PATH: process.env.PATH, HOME: path.join(this.#folder, 'home'), HARD_USAGE: usage },
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: limit * 1000,
        killSignal: 'SIGKILL',
      },
    );
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => err.push(bytes));
    const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((done) => {
      child.on('close', (exit, killed) => done({ code: exit, signal: killed }));
    });
    const [megabytes, cpu] = usageIn(usage);
    return {
      code,
      hung: signal === 'SIGKILL',
      seconds: (performance.now() - started) / 1000,
      megabytes,
      cpu,
      stdout: Buffer.concat(out).toString('utf8'),
      stderr: Buffer.concat(err).toString('utf8'),
    };
  }

  end(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function usageIn(file: string): readonly [megabytes: number, cpu: number] {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [Number.NaN, Number.NaN];
  }
}

export const DEFAULT_ARGV = ['check', 'compose.yaml'] as const;

const STACK = /^\s+at .+:\d+:\d+\)?$/m;

/** What is wrong with how a run ended, whatever it was asked; empty where nothing is. */
export function complaints({ code, hung, stdout, stderr }: Outcome): readonly string[] {
  const found: string[] = [];
  if (hung) found.push('hangs');
  else if (code !== 0 && code !== 1 && code !== 2) found.push(`exit code ${code}`);
  if (STACK.test(stderr) || STACK.test(stdout.slice(0, 1_000_000))) found.push('a stack trace');
  if (code === 2 && stderr === '' && stdout === '') found.push('fails without a word');
  return found;
}

/** In what a run differs from what is known of the input. */
export function expected({ code, says }: HardInput, outcome: Outcome): readonly string[] {
  const found: string[] = [];
  if (outcome.code !== code) found.push(`exit ${outcome.code} for ${code}`);
  if (says && !says.test(outcome.stdout + outcome.stderr)) found.push(`does not say ${says}`);
  return found;
}
