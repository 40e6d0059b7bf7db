/** Where an unexpected error came from, without what it says: its message may quote what it choked on. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const stack = error.stack ?? '';
  // The message stands before the frames, and may look like some.
  const told = stack.indexOf(error.message);
  const after = told < 0 ? '' : stack.slice(told + error.message.length);
  const frames = after.indexOf('\n    at ');
  return frames < 0 ? error.name : error.name + after.slice(frames);
}
