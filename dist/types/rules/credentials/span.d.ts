/** A secret part of a text, and what makes it one. */
import type { CredentialClass } from './vocabulary.js';
/** How the secret is wrapped up. */
export type Form = 
/** The value of a credential key. */
'value'
/** The user information or query of a URL. */
 | 'url'
/** A pair in a connection string. */
 | 'connstring'
/** An option, assignment or statement of a command line. */
 | 'command'
/** A well-known format. */
 | 'token'
/** A stored password: guessable offline. */
 | 'hash';
export interface Span {
    readonly start: number;
    readonly end: number;
    readonly form: Form;
    /** What is to be seen there, in a few words; never the value. */
    readonly what: string;
    readonly class: CredentialClass;
}
/** Spans in the order of the text; of two that overlap, the one that came first in the list stays. */
export declare function withoutOverlaps<Each extends Span>(spans: readonly Each[]): readonly Each[];
