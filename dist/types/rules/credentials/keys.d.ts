/** Tells from the name of a setting whether its value is a credential, and of which class. */
import { type CredentialClass } from './vocabulary.js';
/** Whether a value is made of nothing but the words by which credentials are called: `smtp_account_password`. */
export declare function isNameOfCredential(value: string): boolean;
/**
 * The class of credential a name announces, or `undefined`. `siblings` are the names written beside it: where
 * `PUSHER_APP_SECRET` stands next to `PUSHER_APP_KEY`, the key is the public half of the pair.
 */
export declare function classifyKey(name: string, siblings?: ReadonlySet<string>): CredentialClass | undefined;
