/** What a piece of work costs, of which a busy machine does not make more. */

/** Milliseconds of the processor that the process spends on it. */
export function effortOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
