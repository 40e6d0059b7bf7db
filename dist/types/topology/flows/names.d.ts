/** To whom the name of a host belongs, seen from a service. */
import type { Project, Service } from '../../compose/project.js';
/** The service that answers to a name which a consumer uses; `undefined` where none does. */
export type NameResolver = (consumer: string, name: string) => string | undefined;
/**
 * Names by what the files say: a consumer resolves its link aliases, and the names and fixed addresses of services on its
 * networks. Names are case-insensitive. Where two services have a name, the one that is called so wins, then the first.
 */
export declare function defaultNames(project: Project): NameResolver;
/** The services that have a name somewhere in the project, whether or not a given consumer resolves it. */
export declare function everyName(project: Project): ReadonlyMap<string, string>;
/** The service whose network namespace another shares. */
export declare function namespaceOwner(service: Service): string | undefined;
