/** What rules ask about one service: its image, what its settings are, who can get at it. */
import { type Project, type Service, type Variable } from '../compose/project.js';
import { type Scalar } from '../source/tree.js';
import { type ImageMatch } from '../topology/images/find-image.js';
import type { ImageName } from '../topology/images/image-name.js';
import type { Topology } from '../topology/topology.js';
import type { Place, Severity } from './rule.js';
/** Asked for each credential and each link, of which a project may have more than it has services. */
export declare function serviceNamed(project: Project, name: string): Service | undefined;
export declare function imageName(service: Service): ImageName | undefined;
/** The catalogue's row for the image; `undefined` for images built here, which may be anything. */
export declare function imageFamily(service: Service): ImageMatch['family'] | undefined;
export declare function variableOf(service: Service, name: string): Variable | undefined;
/** The text of a setting; `undefined` where it is absent, empty, or hangs on a variable that is not set. */
export declare function settingOf(service: Service, name: string): string | undefined;
/** Whether a setting is there at all, though its text may not be known. */
export declare function mentions(service: Service, ...names: readonly string[]): boolean;
export declare function isTruthy(text: string): boolean;
export declare function isFalsy(text: string): boolean;
/**
 * Whether the service runs the server of its image, and not a job that merely uses its tools: no command, options for
 * the image's own entrypoint, or a command that names the server.
 */
export declare function runsServer(service: Service, servers: readonly string[]): boolean;
/** Entrypoint and command as texts. */
export declare function commandTexts(service: Service): readonly string[];
/** Everything a service says about how it runs. */
export declare function textsOf(service: Service): Iterable<{
    readonly scalar: Scalar;
    readonly place: string;
    readonly key: string;
}>;
/** Who can open a connection to a service without being meant to. */
export interface Peril {
    /**
     * `outside`: published beyond this machine. `entry`: a service that faces users and is no client can, or unknown
     * containers on a network that other projects share.
     */
    readonly from: 'outside' | 'entry' | 'nobody';
    /** The end of a sentence about the service; empty for `nobody`. */
    readonly text: string;
    readonly places: readonly Place[];
}
export declare function perilOf(topology: Topology, service: string): Peril;
/** `grades`: for a service reachable from outside, by an entry, and by its clients only. */
export declare function graded(peril: Peril, grades: readonly [Severity, Severity, Severity]): Severity;
