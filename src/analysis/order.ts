/** The order of what a report lists: the same however the run was split. */
import type { Finding, Gap, Suppressed } from './report.js';

/** By file and line; those of one line by what they say. */
export function inOrder(gaps: readonly Gap[]): readonly Gap[] {
  return [...gaps].sort(
    (a, b) => compare(a.file, b.file) || (a.startLine ?? 0) - (b.startLine ?? 0) || compare(a.reason, b.reason),
  );
}

/** By UTF-16 units, as everywhere in a report. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isSuppressed(finding: Finding | Suppressed): finding is Suppressed {
  return 'suppression' in finding;
}
