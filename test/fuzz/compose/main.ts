/** The program behind `npm run fuzz:compose`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { flagOf } from '../flags.js';
import { type RandomProject, randomProject } from '../grammar/project.js';
import { minimizeFiles } from '../minimize.js';
import { compare, type Difference, signatureOf } from './compare.js';
import { knownAs, reasonOf } from './known.js';

const WORKERS = 2;
const CHUNK = 100;
const PROGRESS_EVERY = 500;

interface Plan {
  readonly compose: string;
  /** A folder of our own. */
  readonly scratch: string;
  readonly projects: number;
  readonly seed: number;
  /** When to stop, however many there were. */
  readonly end: number;
  /** How many differences are cut down to what they need, which takes many more runs of Compose. */
  readonly minimize: number;
}

interface Found {
  readonly seed: number;
  readonly index: number;
  readonly project: RandomProject;
  readonly difference: Difference;
}

/** Found in the projects of each chunk by the seed and the place in it. */
export async function main(args: readonly string[]): Promise<void> {
  const compose = flagOf(args, 'compose', '');
  if (compose === '') throw new Error('--compose BINARY: the docker-compose to compare with');
  const projects = Number(flagOf(args, 'projects', '200'));
  const seed = Number(flagOf(args, 'seed', '1'));
  const end = Date.now() + 1000 * Number(flagOf(args, 'seconds', '1000000'));
  const minimize = Number(flagOf(args, 'minimize', '20'));
  const scratch = mkdtempSync(path.join(tmpdir(), 'bulkhead-fuzz-'));
  try {
    if (!(await run({ compose, scratch, projects, seed, end, minimize }))) process.exitCode = 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function run({ compose, scratch, projects, seed, end, minimize }: Plan): Promise<boolean> {
  let [done, accepted, different] = [0, 0, 0];
  const known = new Map<string, number>();
  const unexplained = new Map<string, Found[]>();
  const queue = randomProjects(projects, seed);

  const work = async (worker: number): Promise<void> => {
    const folder = path.join(scratch, `w${worker}`, 'project');
    for (let next = queue.next(); !next.done && Date.now() < end; next = queue.next()) {
      const { project, ...where } = next.value;
      const compared = await compare(compose, folder, project);
      if (!compared.answered) continue;
      done++;
      if (done % PROGRESS_EVERY === 0) console.error(`${done} projects, ${different} differences`);
      if (compared.accepted) accepted++;
      if (!compared.difference) continue;
      different++;
      const name = knownAs(compared.difference);
      if (name !== undefined) known.set(name, (known.get(name) ?? 0) + 1);
      else {
        const signature = signatureOf(compared.difference);
        const found = { ...where, project, difference: compared.difference };
        if (!unexplained.has(signature))
          console.error(
            `seed ${found.seed}, project ${found.index}: ${found.difference.kind}: ${found.difference.what.slice(0, 200)}`,
          );
        unexplained.set(signature, [...(unexplained.get(signature) ?? []), found]);
      }
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));

  console.log(`${done} projects from seed ${seed}: Compose accepts ${accepted}, ${different} differences`);
  for (const [name, count] of [...known].sort(([, a], [, b]) => b - a))
    console.log(`${String(count).padStart(6)}  ${name}: ${reasonOf(name)}`);
  console.log(`${String([...unexplained.values()].flat().length).padStart(6)}  unexplained`);
  const often = [...unexplained].sort(([, a], [, b]) => b.length - a.length);
  for (const [signature, [first, ...others]] of often) {
    if (first)
      console.log(
        `${String(others.length + 1).padStart(6)}  ${signature} (seed ${first.seed}, project ${first.index})`,
      );
  }
  for (const [signature, [first, ...others]] of often.slice(0, minimize)) {
    if (first) await show(compose, path.join(scratch, 'm', 'project'), signature, first, others.length + 1);
  }
  return unexplained.size === 0;
}

function* randomProjects(count: number, seed: number): Generator<Omit<Found, 'difference'>> {
  for (let start = 0; start < count; start += CHUNK) {
    const chunk = seed + start / CHUNK;
    const numRuns = Math.min(CHUNK, count - start);
    for (const [index, project] of fc.sample(randomProject, { seed: chunk, numRuns }).entries())
      yield { seed: chunk, index, project };
  }
}

async function show(
  compose: string,
  folder: string,
  signature: string,
  { seed, index, project, difference }: Found,
  count: number,
): Promise<void> {
  const files = await minimizeFiles(project.files, async (candidate) => {
    const { difference: found } = await compare(compose, folder, { ...project, files: candidate });
    return found !== undefined && signatureOf(found) === signature;
  });
  console.log(
    `\n${count} x ${difference.kind}: ${difference.what.slice(0, 300)}\n  seed ${seed}, project ${index}, ${project.args.join(' ')}`,
  );
  for (const [name, text] of Object.entries(files)) console.log(`  --- ${name}\n${text.replace(/^/gm, '  | ')}`);
}
