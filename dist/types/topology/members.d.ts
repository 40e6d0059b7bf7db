import type { Draft } from './draft.js';
import type { Owner } from './namespaces.js';
import type { Endpoint, Exposure, Ingress, Member, Namespace, RoutedPort } from './topology.js';
/** What the members of a namespace have in common. */
export interface Resident {
    readonly endpoints: readonly Endpoint[];
    readonly ingress: readonly Ingress[];
    readonly routed: readonly RoutedPort[];
    readonly exposures: readonly Exposure[];
}
/** `find` gives what a namespace's owner has. */
export declare function membersOf(draft: Draft, find: (owner: Owner) => Resident | undefined): ReadonlyMap<string, Member>;
export declare function namespacesOf(draft: Draft): readonly Namespace[];
