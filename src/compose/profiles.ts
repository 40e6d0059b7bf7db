/** Profiles: which services a run starts. */
import type { Mapping } from '../source/tree.js';
import { child, stringValue } from '../source/tree.js';

const ALL_PROFILES = '*';

/** A service without profiles always runs. */
export function isEnabled(service: Mapping, active: readonly string[]): boolean {
  const profiles = child(service, 'profiles');
  if (profiles?.kind !== 'sequence' || profiles.items.length === 0 || active.includes(ALL_PROFILES)) return true;
  return profiles.items.some((profile) => active.includes(stringValue(profile) ?? ''));
}
