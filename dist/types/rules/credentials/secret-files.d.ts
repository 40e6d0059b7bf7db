/** Where services speak of the files that secrets are mounted as. */
import type { Grant, Service } from '../../compose/project.js';
import type { Range } from '../../source/text.js';
export declare const SECRETS_FOLDER = "/run/secrets/";
export interface SecretReference {
    /** The file's name below the folder. */
    readonly name: string;
    readonly at: Range;
    readonly place: string;
    readonly key: string;
}
/** Every `/run/secrets/NAME` in what a service says about how it runs. Names that hang on variables are left out. */
export declare function secretReferences(service: Service): Iterable<SecretReference>;
/** The path at which a secret is mounted; a target that is no path is a name below the folder. */
export declare function mountPath(grant: Grant): string;
