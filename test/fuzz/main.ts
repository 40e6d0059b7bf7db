/** The program behind `npm run fuzz`: a worker that fuzzes, and a watch over it, which a hang cannot stop. */
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { CHUNK, fuzzChunk, noProgress, type Progress } from './engine.js';
import { flagOf } from './flags.js';
import { corpusSeeds, OWN } from './seeds.js';
import { TARGETS } from './targets.js';

interface Plan {
  readonly seconds: number;
  /** Executions of each target after which it ends; 0: none. */
  readonly count: number;
  readonly seed: number;
  readonly target: string;
  readonly corpus: string;
  /** The target, the seed, and a number that grows with each execution. */
  readonly state: Int32Array<SharedArrayBuffer>;
}

/** Seconds: nobody waits as long for an answer. */
const HANG = 120;

export async function main(args: readonly string[]): Promise<void> {
  const plan: Plan = {
    seconds: Number(flagOf(args, 'seconds', '60')),
    count: Number(flagOf(args, 'count', '0')),
    seed: Number(flagOf(args, 'seed', String(Date.now() % 1_000_000_000))),
    target: flagOf(args, 'target', ''),
    corpus: path.resolve(flagOf(args, 'corpus', '../shared/corpus')),
    state: new Int32Array(new SharedArrayBuffer(12)),
  };
  const worker = new Worker(__filename, { workerData: plan });
  const { clean, text } = await Promise.race([
    new Promise<Ending>((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', reject);
    }),
    watch(plan),
  ]);
  await worker.terminate();
  console.log(text);
  process.exitCode = clean ? 0 : 1;
}

interface Ending {
  readonly clean: boolean;
  readonly text: string;
}

/** Ends where an execution does not. */
function watch({ state }: Plan): Promise<Ending> {
  return new Promise((resolve) => {
    let [seen, ticks] = [-1, 0];
    setInterval(() => {
      const count = Atomics.load(state, 2);
      // Ticks, and not the clock, which goes on while the process is held.
      ticks = count === seen ? ticks + 1 : 0;
      seen = count;
      if (ticks > HANG) {
        resolve({ clean: false, text: `hang: ${again(TARGETS[state[0] ?? 0]?.name ?? '', state[1] ?? 0)}` });
      }
    }, 1000).unref();
  });
}

async function work({ seconds, count, seed, target: only, corpus, state }: Plan): Promise<Ending> {
  const seeds = [...OWN, ...corpusSeeds(corpus)];
  const end = Date.now() + seconds * 1000;
  const all = TARGETS.map((target, index) => ({ target, index, progress: noProgress(), seed })).filter(
    ({ target }) => only === '' || target.name === only,
  );
  const isOpen = ({ progress }: { readonly progress: Progress }): boolean => count === 0 || progress.executions < count;
  for (;;) {
    // Whoever had the least time comes next.
    const [next] = all.filter(isOpen).sort((a, b) => a.progress.milliseconds - b.progress.milliseconds);
    if (!next || (count === 0 && Date.now() >= end)) break;
    state[0] = next.index;
    state[1] = next.seed;
    await fuzzChunk(next.target, seeds, next.seed++, next.progress, () => Atomics.add(state, 2, 1));
  }
  const lines = [
    `seed ${seed}, ${seeds.length} folders to begin with`,
    `${'target'.padEnd(15)}${'executions'.padStart(11)}${'findings'.padStart(10)}${'mean'.padStart(10)}${'slowest'.padStart(11)}`,
    ...all.map(({ target, progress }) => row(target.name, progress)),
    ...all.flatMap(({ progress }) => findingLines(progress)),
  ];
  return { clean: all.every(({ progress }) => progress.findings.size === 0), text: lines.join('\n') };
}

function row(name: string, { executions, milliseconds, findings, slowest }: Progress): string {
  const mean = `${(milliseconds / Math.max(1, executions)).toFixed(1)} ms`;
  const worst = `${slowest.milliseconds.toFixed(0)} ms for ${slowest.bytes} bytes (seed ${slowest.seed})`;
  return `${name.padEnd(15)}${String(executions).padStart(11)}${String(findings.size).padStart(10)}${mean.padStart(10)}  ${worst}`;
}

function findingLines({ findings }: Progress): readonly string[] {
  return [...findings.values()].flatMap(({ finding: { target, fault, seed, files }, count }) => [
    `\n${target}: ${fault} (${count} times)\n  ${again(target, seed)}`,
    ...Object.entries(files).map(([file, text]) => `  ${JSON.stringify(file)}: ${JSON.stringify(text)}`),
  ]);
}

function again(target: string, seed: number): string {
  return `npm run fuzz -- --target ${target} --seed ${seed} --count ${CHUNK}`;
}

if (!isMainThread) void work(workerData).then((ending) => parentPort?.postMessage(ending));
