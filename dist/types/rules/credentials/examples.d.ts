import type { CredentialClass } from './vocabulary.js';
export declare function isExample(text: string, found: CredentialClass): boolean;
