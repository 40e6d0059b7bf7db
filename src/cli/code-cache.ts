/**
 * Keeps the compiled form of our own code from one run to the next: compiling it costs more than checking a small project.
 * This is V8's code cache, taken once a run is over, so that the functions it needed are in it: half of a start. Node's own
 * (`module.enableCompileCache`, since 22.1) saves less than half as much.
 *
 * The cache lies beside the code, so that who can write to it could change the code as well. V8 runs whatever is in it, so
 * each file begins with the digest of the rest and of the source; what does not fit is ignored and made anew.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

/** Documented to be there for who wants to compile modules in another way, though not how. */
interface CompilableModule {
  _compile(this: NodeJS.Module, content: string, file: string, ...more: readonly unknown[]): unknown;
}

/** `folder`: where our bundles are. Nothing that goes wrong here may keep the program from starting. */
export function keepCompiled(folder: string): void {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return;
  const directory = path.join(folder, '.cache', `${process.version}-${process.arch}`);
  const compilable = module.prototype as unknown as CompilableModule;
  const compile = compilable._compile;
  compilable._compile = function (content, file, ...more) {
    if (!file.startsWith(folder)) return compile.call(this, content, file, ...more);
    const script = compiled(content, file, path.join(directory, path.basename(file)));
    const run = script.runInThisContext() as (...values: unknown[]) => unknown;
    const require = (id: string): unknown => this.require(id);
    return run.call(this.exports, this.exports, require, this, file, path.dirname(file));
  };
}

function compiled(content: string, file: string, cacheFile: string): Script {
  const source = module.wrap(content);
  const cachedData = readCache(cacheFile, source);
  const script = new Script(source, { filename: file, ...(cachedData && { cachedData }) });
  // After the run, so that the functions it needed are in it.
  if (!cachedData || script.cachedDataRejected) {
    process.once('exit', () => writeCache(cacheFile, source, script));
  }
  return script;
}

/** The fastest of those that a change cannot slip through. */
const DIGEST = 'blake2b512';
const DIGEST_LENGTH = 64;

function digestOf(source: string, data: Uint8Array): Buffer {
  return createHash(DIGEST).update(source).update(data).digest();
}

function readCache(file: string, source: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(DIGEST_LENGTH);
    return digestOf(source, data).equals(bytes.subarray(0, DIGEST_LENGTH)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all: another run may be reading. */
function writeCache(file: string, source: string, script: Script): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const data = script.createCachedData();
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, Buffer.concat([digestOf(source, data), data]));
    renameSync(draft, file);
  } catch {
    // Somewhere that nobody may write to, each run compiles anew.
  }
}
