/** Tells V8 what it cannot know: how much there is to do, so that it is worth while to wait, and to collect garbage early. */
import type { DiskHost } from '../run/disk.js';

/** A flag of V8. */
interface Flag {
  readonly long: string;
  /** As it is by default. */
  readonly usual: string;
}

/** By how much of what is alive the heap may grow between collections; V8 would let it have four times as much. 0: as it likes. */
const TIGHTER: Flag = { long: '--heap-growing-percent=40', usual: '--heap-growing-percent=0' };

/** V8 throws the code of functions away that ran but once; then it would be missing in what is kept for the next run. */
const KEEPING_CODE: Flag = { long: '--no-flush-bytecode', usual: '--flush-bytecode' };

/**
 * Node 20 has no compiler between the quick one and the best, which by default gets its turn before it knows what a function
 * is given: most of its work on a few hundred projects is thrown away. From 22 on there is one, and no such flag.
 */
const LATER: Flag = later(500_000);

/** Projects differ more than the parts of one. */
const MUCH_LATER: Flag = later(1_000_000);

function later(budget: number): Flag {
  return { long: `--interrupt-budget=${budget}`, usual: `--interrupt-budget=${66 * 1024}` };
}

/** What was read when a run counts as long: below, the flags would cost more than they save. */
const LONG = { files: 10, units: 100_000 };

/** By now functions have been given whatever they ever are, and it pays to compile as many as there are. */
const FAMILIAR = { files: 1_500 };

export function watchingForLongRuns(disk: DiskHost): DiskHost {
  const hasBudget = process.versions.v8.startsWith('11.3.');
  let files = 0;
  let units = 0;
  let isLong = false;
  return {
    ...disk,
    readFile: (file) => {
      const read = disk.readFile(file);
      files++;
      if (read.ok) units += read.text.length;
      if (!isLong && (files >= LONG.files || units >= LONG.units)) {
        isLong = true;
        const budget = files >= LONG.files ? MUCH_LATER : LATER;
        setFlagsUntilExit([TIGHTER, KEEPING_CODE, ...(hasBudget ? [budget] : [])]);
      }
      if (files === FAMILIAR.files && hasBudget) setFlags([LATER.usual]);
      return read;
    },
  };
}

/** V8 takes compiled code from a cache only with the flags that it was put there with. */
function setFlagsUntilExit(flags: readonly Flag[]): void {
  setFlags(flags.map(({ long }) => long));
  process.prependOnceListener('exit', () => setFlags(flags.map(({ usual }) => usual)));
}

function setFlags(flags: readonly string[]): void {
  const { setFlagsFromString }: typeof import('node:v8') = require('node:v8');
  for (const flag of flags) setFlagsFromString(flag);
}
