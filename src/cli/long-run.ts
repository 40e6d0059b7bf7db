/** Tells V8 what it cannot know: how much there is to do, so that it is worth while to wait, and to collect garbage early. */
import type { DiskHost } from '../run/disk.js';

/** A flag of V8, and what it is by default. */
interface Flag {
  readonly name: string;
  readonly value: number;
  readonly usual: number;
}

/** By how much of what is alive the heap may grow between collections; V8 would let it have four times as much. 0: as it likes. */
const TIGHTER: Flag = { name: 'heap-growing-percent', value: 40, usual: 0 };

/**
 * Node 20 has no compiler between the quick one and the best, which by default gets its turn before it knows what a function
 * is given: most of its work on a few hundred projects is thrown away. From 22 on there is one, and no such flag.
 */
const LATER: Flag = { name: 'interrupt-budget', value: 500_000, usual: 66 * 1024 };

/** What was read when a run counts as long: below, the flags would cost more than they save. */
const LONG = { files: 10, units: 100_000 };

/** By now functions have been given whatever they ever are, and it pays to compile as many as there are. */
const FAMILIAR = { files: 1_500 };

export function watchingForLongRuns(disk: DiskHost): DiskHost {
  let files = 0;
  let units = 0;
  let flags: readonly Flag[] = [];
  return {
    ...disk,
    readFile: (file) => {
      const read = disk.readFile(file);
      files++;
      if (read.ok) units += read.text.length;
      if (flags.length === 0 && (files >= LONG.files || units >= LONG.units)) flags = startLongRun();
      if (files === FAMILIAR.files) setFlags(flags.filter((flag) => flag === LATER).map(usually));
      return read;
    },
  };
}

function startLongRun(): readonly Flag[] {
  const flags = process.versions.v8.startsWith('11.3.') ? [TIGHTER, LATER] : [TIGHTER];
  setFlags(flags);
  // V8 takes compiled code from a cache only with the flags that it was put there with.
  process.prependOnceListener('exit', () => setFlags(flags.map(usually)));
  return flags;
}

function usually(flag: Flag): Flag {
  return { ...flag, value: flag.usual };
}

function setFlags(flags: readonly Flag[]): void {
  const { setFlagsFromString }: typeof import('node:v8') = require('node:v8');
  for (const { name, value } of flags) setFlagsFromString(`--${name}=${value}`);
}
