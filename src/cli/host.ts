/** The disk as commands see it, with standard input under the name `-`. */
import type { Host } from '../compose/host.js';
import { UserError } from '../compose/problem.js';
import { type DiskHost, decode, diskHost, type Environment, MAX_FILE_SIZE, tooLarge } from '../run/disk.js';
import type { Parsed } from './arguments.js';
import { environmentOf } from './options.js';
import type { World } from './world.js';

export function hostOf(
  parsed: Parsed,
  world: World,
  environment: Environment = environmentOf(parsed, world),
  defaultLimit: number = MAX_FILE_SIZE,
): DiskHost {
  const limit = fileSizeLimit(parsed.value('max-file-size')) ?? defaultLimit;
  const disk = diskHost(environment, limit);
  return {
    ...disk,
    readFile: (file) => (file === '-' ? readStdin(world, limit) : disk.readFile(file)),
    stat: (file) => (file === '-' ? 'file' : disk.stat(file)),
  };
}

function readStdin(world: World, limit: number): ReturnType<Host['readFile']> {
  const bytes = world.stdin(limit);
  return bytes.length > limit ? { ok: false, reason: tooLarge(limit) } : decode(bytes);
}

function fileSizeLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const limit = Number(text);
  if (!Number.isSafeInteger(limit) || limit < 1)
    throw new UserError(`--max-file-size: '${text}' is no number of bytes`);
  return limit;
}
