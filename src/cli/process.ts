/** The process: arguments in, exit code out. */
import { fstatSync, readSync, statSync, writeSync } from 'node:fs';
import { codeOf } from '../run/disk.js';
import { main } from './main.js';
import type { World } from './world.js';

/** Written at once and whole, also into a pipe that is full for a moment; a reader that went away is no error. */
function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  let offset = 0;
  while (offset < bytes.length) {
    try {
      offset += writeSync(descriptor, bytes, offset);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** At most `limit` bytes and one, so that the caller can tell what is too much. */
function readStdin(limit: number): Uint8Array {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length <= limit) {
    const chunk = Buffer.allocUnsafe(65536);
    try {
      const count = readSync(0, chunk, 0, chunk.length, null);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      length += count;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EOF') break;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
  return Buffer.concat(chunks);
}

/**
 * Asking Node for its streams costs several milliseconds, and what is no character device is no terminal, nor is the one
 * that swallows everything.
 */
function mayBeTerminal(descriptor: number): boolean {
  try {
    const device = fstatSync(descriptor);
    return device.isCharacterDevice() && device.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
  } catch {
    return false;
  }
}

const isTerminal = mayBeTerminal(1) && process.stdout.isTTY === true;

const world: World = {
  cwd: process.cwd(),
  env: process.env,
  stdout: (text) => write(1, text),
  stderr: (text) => write(2, text),
  stdin: readStdin,
  now: () => performance.now(),
  terminal: {
    stdout: isTerminal,
    stderr: mayBeTerminal(2) && process.stderr.isTTY === true,
    columns: (isTerminal ? process.stdout.columns : undefined) ?? 100,
  },
};

// All is written by then; to end by itself, Node would take the heap apart piece by piece.
main(process.argv.slice(2), world).then((code) => process.exit(code));
