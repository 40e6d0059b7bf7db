/** Times whole processes in turn: what one run says of a command holds against the others of the same run only. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Loaded into each Node process, the bare one too, so that it weighs the same everywhere. */
const PROBE = `
const { cpuUsage, resourceUsage } = process;
process.once('exit', () => {
  const { user, system } = cpuUsage.call(process);
  const { maxRSS } = resourceUsage.call(process);
  try { require('node:fs').writeSync(3, JSON.stringify({ cpu: (user + system) / 1e6, megabytes: maxRSS / 1024 })); } catch {}
});`;

const probe = path.join(mkdtempSync(path.join(tmpdir(), 'bulkhead-bench-')), 'probe.cjs');
writeFileSync(probe, PROBE);

/** Without what makes Node itself slow to start. */
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...ENVIRONMENT } = process.env;

/**
 * `commands`: { name: argv }, where a first word `node` stands for this Node with the probe. Where there are more
 * than three runs each is run once to warm up, then all of them in turn, `runs` times. Gives medians in seconds and MB; what is no Node has wall time only.
 */
export function measure(commands, runs) {
  const taken = new Map(Object.keys(commands).map((name) => [name, []]));
  // What runs long has no need to warm up.
  for (let round = runs > 3 ? -1 : 0; round < runs; round++) {
    for (const [name, argv] of Object.entries(commands)) {
      const once = runOnce(argv);
      if (round >= 0) taken.get(name).push(once);
    }
  }
  return Object.fromEntries(Array.from(taken, ([name, all]) => [name, medians(all)]));
}

function runOnce([program, ...words]) {
  const argv = program === 'node' ? [process.execPath, '-r', probe, ...words] : [program, ...words];
  const before = process.hrtime.bigint();
  const { status, signal, output, error } = spawnSync(argv[0], argv.slice(1), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: ENVIRONMENT,
    maxBuffer: 2 ** 28,
  });
  const wall = Number(process.hrtime.bigint() - before) / 1e9;
  if (error || signal) throw new Error(`${argv.join(' ')}: ${error?.message ?? signal}`);
  const told = output[3]?.toString();
  return { wall, status, ...(told ? JSON.parse(told) : {}) };
}

function medians(all) {
  const of = (key) => median(all.flatMap((once) => (once[key] === undefined ? [] : [once[key]])));
  return { wall: of('wall'), cpu: of('cpu'), megabytes: of('megabytes'), status: all[0]?.status };
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
