/** What a finding is about, not where it stands or how it is worded. */
import { digestOf } from './digest.js';

/** The evidence's keys are sorted, so their order does not matter. */
export function identityOf(
  ruleId: string,
  file: string,
  evidence: Readonly<Record<string, string>>,
  occurrence: number,
): string {
  return JSON.stringify([ruleId, file, Object.entries(evidence).sort(([a], [b]) => (a < b ? -1 : 1)), occurrence]);
}

/** 32 hexadecimal digits, which few formats tell, and which take longer than the rest of a finding. */
export function fingerprintOf(identity: string): string {
  return digestOf(identity);
}
