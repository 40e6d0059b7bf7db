/** A finding's identity: what it is about, not where it stands or how it is worded. */
import { digestOf } from './digest.js';

/** 32 hexadecimal digits. The evidence's keys are sorted, so their order does not matter. */
export function fingerprintOf(
  ruleId: string,
  file: string,
  evidence: Readonly<Record<string, string>>,
  occurrence: number,
): string {
  const identity = [ruleId, file, Object.entries(evidence).sort(([a], [b]) => (a < b ? -1 : 1)), occurrence];
  return digestOf(JSON.stringify(identity));
}
