/** The names that Compose and the Engine give to containers, and those they register for an endpoint. */
import { type Attachment, type Project, type Service } from '../compose/project.js';
import type { Scalar } from '../source/tree.js';
import type { EngineProfile } from './engine.js';
/** `undefined` where it hangs on a variable that is not set, or says nothing. */
export declare function knownText(scalar: Scalar | undefined): string | undefined;
/** The names of a service's containers. A swarm's are not known before they run. */
export declare function containerNames(project: Project, service: Service, engine: EngineProfile): readonly string[];
/** The aliases that `networks.NAME.aliases` lists. */
export declare function aliasesOf(attachment: Attachment | undefined): readonly string[];
/**
 * What the Engine's DNS knows an endpoint by on a user-defined network. `attachment` is `undefined` where
 * `network_mode` names the network: Compose then gives no aliases, the service's name among them.
 */
export declare function endpointNames(project: Project, service: Service, attachment: Attachment | undefined, engine: EngineProfile): readonly string[];
/**
 * Link aliases of a service and the container names they stand for, as Compose gives them to the Engine; of two links
 * with one alias the later counts. The number in an alias is that of the container that has the link.
 */
export declare function linkAliases(project: Project, find: (service: string) => Service | undefined, service: Service, engine: EngineProfile): ReadonlyMap<string, string>;
/** Each once. */
export declare function sortedNames(names: Iterable<string>): readonly string[];
/** The one order of every list of names: by code unit, so that no locale changes it. */
export declare function byCodeUnit(a: string, b: string): number;
