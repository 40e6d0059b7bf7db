/** Digests of what identifies something. Not by `node:crypto`: to load it takes longer than to check a small project. */
import { sha256 } from '@noble/hashes/sha2.js';

/** The first half of SHA-256 of a text in UTF-8: 32 hexadecimal digits. */
export function digestOf(text: string): string {
  return Buffer.from(sha256(Buffer.from(text, 'utf8'))).toString('hex', 0, 16);
}
