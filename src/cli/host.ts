/** The disk as commands see it, with standard input under the name `-`. */
import type { Host } from '../compose/host.js';
import { boundsOf } from '../run/bounds.js';
import { confined } from '../run/confine.js';
import { type DiskHost, decode, diskHost, tooLarge } from '../run/disk.js';
import type { Selection } from '../run/selection.js';
import type { Limits } from '../source/limits.js';
import type { Parsed } from './arguments.js';
import { watchingForLongRuns } from './long-run.js';
import { environmentOf, limitsOf } from './options.js';
import type { World } from './world.js';

/** Confined to where the command line points, unless it allows more. */
export function hostOf(parsed: Parsed, world: World, selection: Selection): DiskHost {
  const disk = diskHost(environmentOf(parsed, world), limitsOf(parsed));
  if (parsed.flag('allow-outside')) return withStdin(disk, limitsOf(parsed), world);
  const named = [...parsed.values('config'), ...parsed.values('baseline')];
  return withStdin(confined(disk, boundsOf(selection, named, world.env)), limitsOf(parsed), world);
}

/** The whole disk and the whole environment, as Docker Compose has them. */
export function wholeHostOf(parsed: Parsed, world: World): DiskHost {
  const limits = limitsOf(parsed);
  return withStdin(diskHost(world.env, limits), limits, world);
}

/** Reports that the command line names, wherever they are. */
export function reportHostOf(parsed: Parsed, world: World, fileSize: number): DiskHost {
  const limits = limitsOf(parsed, { 'file-size': fileSize });
  return withStdin(diskHost({}, limits), limits, world);
}

function withStdin(disk: DiskHost, limits: Limits, world: World): DiskHost {
  return watchingForLongRuns({
    ...disk,
    readFile: (file) => (file === '-' ? readStdin(world, limits) : disk.readFile(file)),
    stat: (file) => (file === '-' ? 'file' : disk.stat(file)),
  });
}

function readStdin(world: World, limits: Limits): ReturnType<Host['readFile']> {
  const bytes = world.stdin(limits['file-size']);
  return bytes.length > limits['file-size'] ? { ok: false, reason: tooLarge(limits) } : decode(bytes);
}
