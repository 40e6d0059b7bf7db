/**
 * Loads our own code as earlier runs left it compiled: compiling it costs more than checking a small project. This is V8's
 * code cache, taken once a run is over, so that the functions it needed are in it. Node's own (`module.enableCompileCache`,
 * since 22.1) saves less than half as much.
 *
 * What a run needs hangs on its kind: `--version` needs next to nothing, and a project without findings nothing to tell any.
 * So the first run of each kind adds its functions to those of the kinds before.
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

export interface CodeFolders {
  /** Each bundle in it is a function of `exports`, `require` and `module`. */
  readonly bundles: string;
  /** `undefined` where nothing is to be kept. */
  readonly cache: string | undefined;
}

/** A bundle that was loaded, and the file that is to keep its functions, if one is. */
interface Compiled {
  readonly script: Script;
  readonly file: string | undefined;
  /** Of the bundle: a cache of another one is none. */
  readonly stamp: string;
  /** Of the runs whose functions were in the cache. */
  readonly kinds: readonly string[];
}

/**
 * Gives what loads the modules of a folder of bundles by their names, `./name.js`; any other is left to `elsewhere`.
 * `kindOf` tells which kind of run it was, once it has ended with an exit code: a word, or `undefined` where it is to leave
 * nothing. Nothing that goes wrong with a cache keeps the program from starting.
 */
export function compiledModules(
  folders: CodeFolders,
  elsewhere: Load,
  kindOf: (code: number) => string | undefined,
): Load {
  const modules = new Map<string, { readonly exports: unknown }>();
  const all: Compiled[] = [];
  process.once('exit', (code) => {
    const kind = kindOf(code);
    if (kind === undefined) return;
    // What V8 refuses was made with other flags: it may do for the next run, and must not be replaced by what would not.
    const mayAdd = ({ script, kinds }: Compiled) => !script.cachedDataRejected && !kinds.includes(kind);
    for (const compiled of all.filter(mayAdd)) writeCache(compiled, kind);
  });
  const load: Load = (id) => {
    if (!id.startsWith('./')) return elsewhere(id);
    const known = modules.get(id);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(id, module);
    const name = basename(id);
    const compiled = compile(join(folders.bundles, name), folders.cache && join(folders.cache, name));
    all.push(compiled);
    const run = compiled.script.runInThisContext() as (...values: unknown[]) => unknown;
    run.call(module.exports, module.exports, load, module);
    return module.exports;
  };
  return load;
}

function compile(bundle: string, file: string | undefined): Compiled {
  // Bundles are ASCII, which needs no decoding, and takes a byte of memory for each character.
  const source = readFileSync(bundle, 'latin1');
  const stamp = stampOf(bundle);
  const cache = file === undefined ? undefined : readCache(file, stamp);
  const script = new Script(source, { filename: bundle, ...(cache && { cachedData: cache.data }) });
  return { script, file, stamp, kinds: cache?.kinds ?? [] };
}

function stampOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${size} ${mtimeMs}`;
}

/** A cache begins with a line: the stamp, the length of what follows, and the kinds of run. */
function readCache(
  file: string,
  stamp: string,
): { readonly data: Buffer; readonly kinds: readonly string[] } | undefined {
  try {
    const bytes = readFileSync(file);
    const start = bytes.indexOf('\n') + 1;
    const data = bytes.subarray(start);
    const head = `${stamp} ${data.length} `;
    const line = bytes.toString('latin1', 0, start);
    return line.startsWith(head) ? { data, kinds: line.slice(head.length, -1).split(' ') } : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all: another run may be reading, and the machine may stop. */
function writeCache({ script, file, stamp, kinds }: Compiled, kind: string): void {
  if (file === undefined) return;
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const data = script.createCachedData();
    const descriptor = openSync(draft, 'w');
    try {
      const line = `${stamp} ${data.length} ${[...kinds, kind].join(' ')}\n`;
      writeFileSync(descriptor, Buffer.concat([Buffer.from(line), data]));
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
