/** Feeds a target, judges what comes out, and cuts an input that shows a fault down to what it needs. */
import fc from 'fast-check';
import { type Files, MAIN } from './inputs.js';
import { minimizeFiles, minimizeText } from './minimize.js';
import type { Target } from './targets.js';

export const CHUNK = 20;
/** Of an execution, in milliseconds of processor time; generous, since a machine may have much else to do. */
const BUDGET = 1500;
const BUDGET_FOR_BYTE = 0.1;
/** Each of so many executions is done twice. */
const REPEATED = 4;

export interface Finding {
  readonly target: string;
  readonly fault: string;
  readonly seed: number;
  readonly files: Files;
}

export interface Slowest {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly seed: number;
}

/** One input's faults, and how long it took. */
export async function judge(
  target: Target,
  files: Files,
  again: boolean,
): Promise<{ readonly faults: readonly string[]; readonly milliseconds: number }> {
  const before = process.cpuUsage();
  const first = await attempt(target, files);
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000;
  const isSlow = milliseconds > BUDGET + BUDGET_FOR_BYTE * bytesOf(files);
  const differs = again && (await attempt(target, files)).output !== first.output;
  return {
    faults: [...first.faults, ...(isSlow ? ['slow'] : []), ...(differs ? ['another output for the same input'] : [])],
    milliseconds,
  };
}

async function attempt({ run }: Target, files: Files): ReturnType<typeof asPromise> {
  try {
    return await run(files);
  } catch (error) {
    const place = error instanceof Error ? (/\n\s+at (\S+)/.exec(error.stack ?? '')?.[1] ?? '') : '';
    return {
      faults: [
        `threw ${error instanceof Error ? `${error.name}: ${error.message.slice(0, 100)}` : typeof error} in ${place}`,
      ],
      output: '',
    };
  }
}

async function asPromise(outcome: ReturnType<Target['run']>): Promise<Awaited<ReturnType<Target['run']>>> {
  return outcome;
}

export function bytesOf(files: Files): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0);
}

/** Faults of one kind; what they quote may change while an input shrinks. */
export function kindOf(fault: string): string {
  return fault.replace(/\d+/g, '0').replace(/(['"`]).*\1/g, '…');
}

export interface Progress {
  executions: number;
  milliseconds: number;
  slowest: Slowest;
  /** The first of each kind, and how often it was seen. */
  readonly findings: Map<string, { readonly finding: Finding; count: number }>;
}

export function noProgress(): Progress {
  return { executions: 0, milliseconds: 0, slowest: { milliseconds: 0, bytes: 0, seed: 0 }, findings: new Map() };
}

/** The inputs of one seed. `beginning` is called before each execution. */
export async function fuzzChunk(
  target: Target,
  seeds: readonly Files[],
  seed: number,
  progress: Progress,
  beginning: () => void,
): Promise<void> {
  const inputs = fc.sample(target.inputs(fc.constantFrom(...seeds)), { seed, numRuns: CHUNK });
  for (const files of inputs) {
    beginning();
    const { faults, milliseconds } = await judge(target, files, progress.executions % REPEATED === 0);
    progress.executions++;
    progress.milliseconds += milliseconds;
    if (milliseconds > progress.slowest.milliseconds) progress.slowest = { milliseconds, bytes: bytesOf(files), seed };
    for (const fault of new Set(faults)) {
      const known = progress.findings.get(kindOf(fault));
      if (known) known.count++;
      else
        progress.findings.set(kindOf(fault), {
          finding: { target: target.name, fault, seed, files: await minimized(target, files, fault, beginning) },
          count: 1,
        });
    }
  }
}

async function minimized(target: Target, files: Files, fault: string, beginning: () => void): Promise<Files> {
  const kind = kindOf(fault);
  const shows = async (candidate: Files): Promise<boolean> => {
    beginning();
    const { faults } = await judge(target, candidate, true);
    return faults.some((each) => kindOf(each) === kind);
  };
  // Measured again under load, time says little.
  if (fault === 'slow') return files;
  const fewer = await minimizeFiles(files, shows);
  const main = fewer[MAIN] === undefined ? Object.keys(fewer)[0] : MAIN;
  if (main === undefined) return fewer;
  return { ...fewer, [main]: await minimizeText(fewer[main] ?? '', (text) => shows({ ...fewer, [main]: text }), 400) };
}
