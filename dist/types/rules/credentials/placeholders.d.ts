import type { CredentialClass } from './vocabulary.js';
export type Nature = 'credential'
/** Words that ask to be replaced (`changeme`, `your-secret-key`): they work as a credential until somebody does. */
 | 'placeholder'
/** Names a place where the credential is (`/run/secrets/db`, `vault:kv/db`), or is made elsewhere (`{{ password }}`). */
 | 'reference'
/** `<password>`, `****`: nobody can mean it. */
 | 'blank'
/** `true`, `24h`, `none`: no credential at all. */
 | 'switch';
/** The nature of a text found where a credential of the class is expected. */
export declare function natureOf(text: string, found: CredentialClass): Nature;
export declare function hasPlaceholderWord(text: string): boolean;
