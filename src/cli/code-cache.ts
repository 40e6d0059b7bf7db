/**
 * Loads our own code as the last run left it compiled: compiling it costs more than checking a small project. This is V8's
 * code cache, taken once a run is over, so that the functions it needed are in it. Node's own (`module.enableCompileCache`,
 * since 22.1) saves less than half as much.
 *
 * The cache lies beside the code: who can write to it could change the code as well. V8 runs whatever it is given, so a file
 * counts only if it is whole, and made of code of this size and age. That its bytes are what was written is taken for granted,
 * as with the code: a digest of them would take half as long as they save.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

type Load = (id: string) => unknown;

/**
 * Gives what loads the modules of a folder of bundles by their names, `./name.js`; any other is left to `elsewhere`.
 * Nothing that goes wrong with a cache keeps the program from starting.
 */
export function compiledModules(folder: string, cache: string, elsewhere: Load): Load {
  const modules = new Map<string, { readonly exports: unknown }>();
  const unwritten: (() => void)[] = [];
  // After the run, so that the functions it needed are in it.
  process.once('exit', () => {
    for (const write of unwritten) write();
  });
  const load: Load = (id) => {
    if (!id.startsWith('./')) return elsewhere(id);
    const known = modules.get(id);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(id, module);
    const name = basename(id);
    const script = compiled(join(folder, name), join(cache, name), unwritten);
    const run = script.runInThisContext() as (...values: unknown[]) => unknown;
    run.call(module.exports, module.exports, load, module);
    return module.exports;
  };
  return load;
}

function compiled(file: string, cacheFile: string, unwritten: (() => void)[]): Script {
  // Bundles are ASCII, which needs no decoding, and takes a byte of memory for each character.
  const source = `(function(exports,require,module){${readFileSync(file, 'latin1')}\n})`;
  const stamp = stampOf(file);
  const cachedData = readCache(cacheFile, stamp);
  const script = new Script(source, { filename: file, ...(cachedData && { cachedData }) });
  // What V8 refuses was made with other flags, and may do for the next run.
  if (!cachedData) unwritten.push(() => writeCache(cacheFile, stamp, script));
  return script;
}

function stampOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${size} ${mtimeMs}`;
}

function readCache(file: string, stamp: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const start = bytes.indexOf('\n') + 1;
    const data = bytes.subarray(start);
    return bytes.toString('latin1', 0, start) === `${stamp} ${data.length}\n` ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all: another run may be reading, and the machine may stop. */
function writeCache(file: string, stamp: string, script: Script): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const data = script.createCachedData();
    const descriptor = openSync(draft, 'w');
    try {
      writeFileSync(descriptor, Buffer.concat([Buffer.from(`${stamp} ${data.length}\n`), data]));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, file);
  } catch {
    // Where nobody may write, each run compiles anew.
    discard(draft);
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nor may it be looked at.
  }
}
