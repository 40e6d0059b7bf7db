/** Tells what stands in a comment to show a form from what once opened something. */
import { isNameOfCredential } from './keys.js';
import { hasPlaceholderWord } from './placeholders.js';
import { COMMON_PASSWORDS, VENDOR_DEFAULTS } from './vendor-defaults.js';
import type { CredentialClass } from './vocabulary.js';

/** What everybody tries first is given away by no comment. */
const KNOWN_TO_ALL: ReadonlySet<string> = new Set([...COMMON_PASSWORDS, ...[...VENDOR_DEFAULTS.values()].flat()]);

/** Issuers hand out none as short. */
const SHORTEST_TOKEN = 16;

export function isExample(text: string, found: CredentialClass): boolean {
  if (KNOWN_TO_ALL.has(text) || /^\d{1,8}$/.test(text)) return true;
  if (found === 'token' && text.length < SHORTEST_TOKEN) return true;
  return isNameOfCredential(text) || isEncodedProse(text);
}

const LONGEST_ENCODED = 500;

/** `whsec_VGhpcyBpcyBhbiBleGFtcGxl`: "This is an example" in base64. */
function isEncodedProse(text: string): boolean {
  const runs = text.slice(0, LONGEST_ENCODED).match(/[A-Za-z0-9+/]{16,500}/g) ?? [];
  return runs.some((run) => {
    const decoded = Buffer.from(run, 'base64').toString('latin1');
    return /^[\x20-\x7e]{1,500}$/.test(decoded) && hasPlaceholderWord(decoded);
  });
}
