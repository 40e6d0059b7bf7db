/** Tells from the name of a setting whether its value is a credential, and of which class. */
import { type CredentialClass } from './vocabulary.js';
/**
 * The class of credential a name announces, or `undefined`. `siblings` are the names written beside it: where
 * `PUSHER_APP_SECRET` stands next to `PUSHER_APP_KEY`, the key is the public half of the pair.
 */
export declare function classifyKey(name: string, siblings?: ReadonlySet<string>): CredentialClass | undefined;
