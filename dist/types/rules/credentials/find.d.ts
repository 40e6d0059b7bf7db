/** The credentials that the files of a project hold, each with its exact place. */
import type { Project } from '../../compose/project.js';
import type { Range } from '../../source/text.js';
import type { Origin } from '../../source/tree.js';
import { Secret } from './secret.js';
import { type Site } from './sites.js';
import type { CredentialClass } from './vocabulary.js';
export type Kind = 'literal' | 'url' | 'connstring' | 'command' | 'default' | 'url-default' | 'connstring-default' | 'command-default';
export interface Credential {
    readonly site: Site;
    readonly kind: Kind;
    readonly class: CredentialClass;
    /** What is to be seen there, in a few words. */
    readonly what: string;
    /** Exactly the secret. */
    readonly at: Range;
    /** How the value came to be there. */
    readonly origin: Origin;
    readonly secret: Secret;
    /** Words that ask to be replaced. */
    readonly placeholder: boolean;
    /** Stands in a variable's default, so the environment may replace it. */
    readonly fallback: boolean;
    readonly hashed: boolean;
    /** Of a well-known format: no accident. */
    readonly token: boolean;
}
/** In the order of the sites. A text that several services share appears once for each. */
export declare function credentialsOf(project: Project): readonly Credential[];
