/** Tells V8 what it cannot know: that there is much to do, so that it is worth while to wait, and to collect garbage early. */
import type { DiskHost } from '../run/disk.js';

/** What a run reads before it counts as long. Below, the flags would cost more than they save. */
const FILES = 10;
const UNITS = 100_000;

/** A flag of V8, and what it is by default. */
interface Flag {
  readonly name: string;
  readonly value: number;
  readonly usual: number;
}

/**
 * Node 20 has no compiler between the quick one and the best, which by default gets its turn before it knows what a function
 * is given: most of its work on a few hundred projects is thrown away. From 22 on there is one, and no such flag.
 */
const LATER: Flag = { name: 'interrupt-budget', value: 500_000, usual: 66 * 1024 };

/** The heap may double between collections; V8 would let it grow to four times what is alive. 0: as V8 likes. */
const TIGHTER: Flag = { name: 'heap-growing-percent', value: 100, usual: 0 };

let told = false;

export function watchingForLongRuns(disk: DiskHost): DiskHost {
  let files = 0;
  let units = 0;
  return {
    ...disk,
    readFile: (file) => {
      const read = disk.readFile(file);
      files++;
      if (read.ok) units += read.text.length;
      if (!told && (files >= FILES || units >= UNITS)) tellEngine();
      return read;
    },
  };
}

function tellEngine(): void {
  told = true;
  const { setFlagsFromString }: typeof import('node:v8') = require('node:v8');
  const flags = process.versions.v8.startsWith('11.3.') ? [TIGHTER, LATER] : [TIGHTER];
  for (const { name, value } of flags) setFlagsFromString(`--${name}=${value}`);
  // V8 takes compiled code from a cache only with the flags that it was put there with.
  process.prependOnceListener('exit', () => {
    for (const { name, usual } of flags) setFlagsFromString(`--${name}=${usual}`);
  });
}
